import type { Diagnostic } from '../../diagnostic'
import { ACCESS_LOG_FORMATS, type TrafficShape } from '../scenario'
import { isNumberWithin } from './numbers'
import { unless, type Path } from './problem'

/** The log of a REPLAY source: inside of the project's folder as far as its name tells. Whether it is there, the host that reads it says. */
export function checkReplay(
  label: string,
  { file, format, speed }: Extract<TrafficShape, { type: 'REPLAY' }>,
  at: Path,
): Diagnostic[] {
  return [
    ...unless(
      file.trim() !== '' && !isAbsolute(file) && !leavesFolder(file) && !file.includes('\0'),
      'scenario/replay-invalid',
      [...at, 'file'],
      () =>
        `${label}: "${file}" is no file below the project’s. Put the log into the project’s folder and write its path from there, as in logs/monday.jsonl.`,
    ),
    ...unless(
      format === undefined || ACCESS_LOG_FORMATS.includes(format),
      'scenario/replay-invalid',
      [...at, 'format'],
      () => `${label}: format ${format} is not known. Choose ${ACCESS_LOG_FORMATS.join(', ')}, or leave it out.`,
    ),
    ...unless(
      speed === undefined || isNumberWithin(speed, Number.MIN_VALUE),
      'scenario/replay-invalid',
      [...at, 'speed'],
      () => `${label}: speed is ${speed}. Give a number above 0, as in 2 for half the time, or leave it out.`,
    ),
  ]
}

/** On any system: "/logs", "\\server", "C:\logs". */
function isAbsolute(path: string): boolean {
  return /^(?:[/\\]|[a-z]:)/i.test(path)
}

/** "logs/../../other" is above where it begins. */
function leavesFolder(path: string): boolean {
  let depth = 0
  return path.split(/[/\\]/).some((segment) => {
    if (segment === '..') depth--
    else if (segment !== '' && segment !== '.') depth++
    return depth < 0
  })
}
