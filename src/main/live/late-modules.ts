import type * as childProcess from 'node:child_process'
import type * as https from 'node:https'
import type * as tls from 'node:tls'

// Node's own modules that the first answer does not need: each takes a millisecond or more at the start, TLS four.

/** Loaded by the first call. */
export function childProcessModule(): typeof childProcess {
  return process.getBuiltinModule('node:child_process')
}

/** Loaded by the first call. */
export function httpsModule(): typeof https {
  return process.getBuiltinModule('node:https')
}

/** Loaded by the first call. */
export function tlsModule(): typeof tls {
  return process.getBuiltinModule('node:tls')
}
