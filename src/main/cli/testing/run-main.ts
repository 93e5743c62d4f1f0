import { main } from '../main'

/** What a run of the command line came to: its exit code and the lines of both outputs. */
export interface MainRun {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Test set-up: the command line without a terminal, input or threads. */
export async function runMain(args: readonly string[], version = '1'): Promise<MainRun> {
  const out: string[] = []
  const err: string[] = []
  const code = await main(args, version, {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    isTerminal: false,
    signal: new AbortController().signal,
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}
