/**
 * One folder of conformance cases that an engine part plays: a file in `suites/`, listed in `suites/all-suites.ts`. Everything else
 * (finding the folder, counting, printing) is done for it.
 */
export interface ConformanceSuite {
  /** Name of the folder, as in "rest". */
  readonly folder: string
  /** Every case of the folder, those it cannot play included. */
  play(folder: SuiteFolder): readonly CaseResult[]
}

/** The same for cases that are played against a gateway that really answers. */
export interface ServingSuite {
  readonly folder: string
  play(folder: SuiteFolder): Promise<readonly CaseResult[]>
}

export interface CaseResult {
  readonly id: string
  readonly outcome: 'passed' | 'failed' | 'skipped'
  /** Why it failed or was skipped. */
  readonly message?: string
  /** What its suite calls it, as in "engine-bug". */
  readonly tags?: readonly string[]
}

/** The files of one suite. Paths are relative to its folder, with slashes. */
export interface SuiteFolder {
  /** Every file, in folders inside as well, sorted. */
  readonly files: readonly string[]
  text(path: string): string
  /** Throws SyntaxError when the file is no JSON. */
  json(path: string): unknown
}

/** A case whose outcome is either what is expected or not: `difference` is undefined or says in what it differs. */
export function judged(id: string, difference: string | undefined): CaseResult {
  return difference === undefined ? { id, outcome: 'passed' } : { id, outcome: 'failed', message: difference }
}

export function skipped(id: string, message: string): CaseResult {
  return { id, outcome: 'skipped', message }
}

/** Play a file; one that cannot be read, or throws while it is played, is one failed case named after it. */
export function playedFile(file: string, play: () => readonly CaseResult[]): readonly CaseResult[] {
  try {
    return play()
  } catch (error) {
    return [{ id: file, outcome: 'failed', message: String(error) }]
  }
}
