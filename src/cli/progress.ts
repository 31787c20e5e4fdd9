import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  update(done: number, note: string): void;
  stop(): void;
}

/** A bar on standard error when it is a terminal, else nothing. `total`: null when it is not known yet. */
export function startProgress(title: string, total: number): Progress {
  if (!process.stderr.isTTY) return { update: () => {}, stop: () => {} };
  const bar = new SingleBar(
    { stream: process.stderr, format: `${title} {bar} {value}/{total} {note}`, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  bar.start(total, 0, { note: '' });
  return {
    update: (done, note) => {
      bar.setTotal(Math.max(total, done));
      bar.update(done, { note: note.slice(0, 60) });
    },
    stop: () => bar.stop(),
  };
}
