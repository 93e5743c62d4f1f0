import { createContext, Script } from 'node:vm'

/** What the script below calls. */
const context: { run: () => unknown } = { run: () => undefined }
const script = new Script('run()')
let isContext = false

/**
 * Runs a function that may never return, and ends it after `milliseconds`: null then. What it throws goes through. Time is guarded,
 * memory is not. A script is what Node can put a limit on; it does nothing but call the function.
 */
export function withinTime<T>(milliseconds: number, run: () => T): { readonly value: T } | null {
  if (!isContext) createContext(context)
  isContext = true
  let value: { readonly value: T } | null = null
  context.run = () => void (value = { value: run() })
  try {
    script.runInContext(context, { timeout: milliseconds })
    return value
  } catch (error) {
    if (isTimeout(error)) return null
    throw error
  } finally {
    context.run = () => undefined
  }
}

/** The error comes from the script's own world, where `Error` is another one. */
function isTimeout(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
}
