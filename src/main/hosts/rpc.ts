import { GatewrightError, type ErrorMessage } from '@shared/contract/errors'
import type { CommandName, Result } from '@shared/contract/commands'
import type { Reply } from '@shared/contract/wire'
import type { Handlers } from '../service/service'
import { bugReport, type ReportFacts } from './bug-report'
import { isCommandName, validateArgs } from './validate-args'

export type Dispatch = (name: unknown, args: unknown) => Promise<Reply>

/**
 * Makes the edge of a host: takes whatever came from the page, checks it, calls the handler and turns every failure into an
 * `ErrorMessage`. Never throws. Errors: `contract/unknown-command`, `contract/invalid-arguments`, whatever the handler throws as a
 * `GatewrightError`, and `host/bug` with a report to copy for anything else.
 */
export function createDispatch(handlers: Handlers, facts: ReportFacts): Dispatch {
  return async (name, args) => {
    try {
      if (!isCommandName(name)) throw unknownCommand(name)
      return { result: await callHandler(handlers, name, args) }
    } catch (error) {
      return { error: toErrorMessage(error, String(name), facts) }
    }
  }
}

function callHandler<Name extends CommandName>(handlers: Handlers, name: Name, args: unknown): Promise<Result<Name>> {
  validateArgs(name, args)
  return handlers[name](args)
}

function unknownCommand(name: unknown): GatewrightError {
  const shown = typeof name === 'string' ? `"${name.slice(0, 100)}"` : `a ${typeof name}`
  return new GatewrightError('contract/unknown-command', `There is no command ${shown}. Reload the window.`)
}

function toErrorMessage(error: unknown, command: string, facts: ReportFacts): ErrorMessage {
  if (!(error instanceof GatewrightError)) return bugReport(error, command, facts)
  const { code, message, details } = error
  return details ? { code, message, details } : { code, message }
}
