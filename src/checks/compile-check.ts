import type { z } from 'zod';
import type { ArtifactName, Artifacts, Gathered, GatheredArtifacts } from '../model/artifacts.ts';
import type { CheckContext, CheckKind, Judged, Verdict } from '../model/check.ts';
import type { CheckSpec } from '../model/check-spec.ts';
import type { Clue } from '../model/story.ts';
import type { Want } from '../model/want.ts';
import { kinds } from './kinds/index.ts';

/** A check that is ready to run: its file was read and its options understood. */
export interface Check {
  readonly spec: CheckSpec;
  /** The day by which it is decided which version of the rules applies (rule book §0.4), ISO. */
  readonly fellDue: (context: Pick<CheckContext, 'today'>) => string;
  readonly run: (artifacts: GatheredArtifacts, context: CheckContext) => Verdict;
  readonly wants: (context: CheckContext) => readonly Want[];
  /** None where what the kind needs could not be gathered. */
  readonly clues: (artifacts: GatheredArtifacts, context: CheckContext, judged: Judged) => readonly Clue[];
}

/** A check, or what is wrong with it; `path` is the place in the file. */
export type Compiled =
  | { readonly ok: true; readonly check: Check }
  | { readonly ok: false; readonly faults: readonly { readonly path: PropertyKey[]; readonly message: string }[] };

// `options` below come out of the very kind they go back into; TypeScript cannot follow that through a map.
const kindsById = new Map<string, CheckKind<ArtifactName, unknown>>(
  kinds.map(kind => [kind.id, kind as unknown as CheckKind<ArtifactName, unknown>]),
);

/** Ties a file's data to the kind it names. `explain` words what zod finds wrong with the options. */
export function compileCheck(spec: CheckSpec, explain?: z.core.$ZodErrorMap): Compiled {
  const kind = kindsById.get(spec.kind);
  if (!kind) return refused(['kind'], `没有判定方式“${spec.kind}”，可用的有：${[...kindsById.keys()].join('、')}`);
  const options = kind.options.safeParse(spec.options, explain ? { error: explain } : {});
  if (!options.success)
    return { ok: false, faults: options.error.issues.map(({ path, message }) => ({ path: ['options', ...path], message })) };
  return {
    ok: true,
    check: {
      spec,
      fellDue: context => kind.fellDue?.(options.data, context) ?? context.today,
      run: (artifacts, context) => runKind(kind, options.data, artifacts, context),
      wants: context => kind.wants(options.data, context),
      clues: (artifacts, context, judged) => {
        const gathered = gather(kind, artifacts);
        return gathered.ok ? kind.clues(gathered.value, options.data, context, judged) : [];
      },
    },
  };
}

const refused = (path: PropertyKey[], message: string): Compiled => ({ ok: false, faults: [{ path, message }] });

function runKind<Options>(
  kind: CheckKind<ArtifactName, Options>,
  options: Options,
  artifacts: GatheredArtifacts,
  context: CheckContext,
): Verdict {
  const gathered = gather(kind, artifacts);
  if (!gathered.ok) return { outcome: 'unsure', cause: 'not-looked', measured: { reason: gathered.reason }, evidence: [] };
  return kind.evaluate(gathered.value, options, context);
}

/** Hands a kind only the artifacts it asked for. When one could not be gathered, nobody is asked. */
function gather({ needs }: Pick<CheckKind<ArtifactName, never>, 'needs'>, artifacts: GatheredArtifacts): Gathered<Artifacts> {
  const narrowed: Partial<Record<ArtifactName, unknown>> = {};
  for (const name of needs) {
    const gathered = artifacts[name];
    if (!gathered.ok) return gathered;
    narrowed[name] = gathered.value;
  }
  return { ok: true, value: narrowed as unknown as Artifacts };
}
