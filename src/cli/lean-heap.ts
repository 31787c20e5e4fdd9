import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/**
 * Keeps the heap of a check of links small. It throws away nearly all that it reads, and by default V8 lets 250 MB of that lie about: half
 * in a space for new objects that doubles again and again, half in an old space that doubles before it is looked through. The flags are
 * read whenever V8 collects, so they may be set while the program runs; they bound nothing, so nothing can run out.
 * To be called before anything large is loaded.
 */
export function keepHeapLean(): void {
  setFlagsFromString('--heap-growing-percent=30');
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** Lets the space for new objects grow to what the work needs, once everything is loaded: in less, V8 collects so often that it costs a quarter. */
export function widenNewSpace(): void {
  setFlagsFromString('--semi-space-growth-factor=2');
  const watch = (): void => {
    if (newSpaceBytes() >= enough) setFlagsFromString('--semi-space-growth-factor=1');
    else setImmediate(watch).unref();
  };
  watch();
}

const enough = 32e6;

const newSpaceBytes = (): number => getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.space_size ?? 0;
