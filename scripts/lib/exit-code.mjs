import { constants } from 'node:os'

/** The exit code a shell would show for a child that ended with `code` or by `signal`. */
export function exitCodeOf(code, signal) {
  return code ?? 128 + (constants.signals[signal] ?? 0)
}
