import { resolve } from 'node:path'

/**
 * The file that the program was started with, absolute, or null. `argv` is the whole command line: the program, when it is not
 * packaged the folder of the app, then what the person wrote. Switches are for Chromium and are not ours to read.
 */
export function fileArgument(argv: readonly string[], isPackaged: boolean, workingFolder: string): string | null {
  const given = argv.slice(1).filter((argument) => !argument.startsWith('-'))
  const file = given[isPackaged ? 0 : 1]
  return file === undefined || file === '' || file.includes('\0') ? null : resolve(workingFolder, file)
}
