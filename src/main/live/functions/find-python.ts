import { childProcessModule } from '../late-modules'

/** What Python is called on this system. */
const NAME = process.platform === 'win32' ? 'python' : 'python3'
/** Milliseconds to answer a question. */
const LIMIT = 10_000
const OLDEST = [3, 8] as const
const QUESTION = 'import sys; print(sys.executable); print(sys.version_info[0]); print(sys.version_info[1])'

export type PythonLookup = { readonly interpreter: string } | { readonly problem: string }

/**
 * The Python that `PATH` of `environment` leads to, by its own word: what is found there may be a script that chooses between several.
 */
export function findPython(environment: Readonly<Record<string, string | undefined>>): Promise<PythonLookup> {
  return new Promise((resolve) => {
    // -I: nothing of the folder we are in, or of the environment, is loaded.
    const options = { env: { ...environment }, timeout: LIMIT, windowsHide: true }
    childProcessModule().execFile(NAME, ['-I', '-c', QUESTION], options, (error, stdout) => {
      const [interpreter, major, minor] = /^(.+)\n(\d+)\n(\d+)\n$/.exec(stdout.replaceAll('\r', ''))?.slice(1) ?? []
      const isRecent = Number(major) > OLDEST[0] || (Number(major) === OLDEST[0] && Number(minor) >= OLDEST[1])
      if (error === null && interpreter !== undefined && isRecent) resolve({ interpreter })
      else resolve({ problem: problemOf(error, interpreter === undefined ? null : `${major}.${minor}`) })
    })
  })
}

function problemOf(error: Error | null, version: string | null): string {
  const what =
    error === null && version !== null
      ? `"${NAME}" is Python ${version}`
      : error !== null && 'code' in error && error.code === 'ENOENT'
        ? `"${NAME}" is not found on PATH`
        : `"${NAME}" cannot be run`
  return `${what}; install Python ${OLDEST.join('.')} or newer, or put it on PATH, and call again`
}
