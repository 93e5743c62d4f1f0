import { pointerTo, type Diagnostic, type Severity } from '../../diagnostic'
import type { CheckCode } from './codes'

/** Where something is, as segments of a JSON pointer. */
export type Path = readonly (string | number)[]

/** A diagnostic of a check. `at` leads to the field that an editor shows. */
export function problem(code: CheckCode, at: Path, message: string, severity: Severity = 'error'): Diagnostic {
  return { code, severity, message, pointer: pointerTo(at) }
}

/** The problem as a list, or an empty one: most checks come down to "unless this holds". */
export function unless(
  holds: boolean,
  code: CheckCode,
  at: Path,
  message: () => string,
  severity?: Severity,
): Diagnostic[] {
  return holds ? [] : [problem(code, at, message(), severity)]
}
