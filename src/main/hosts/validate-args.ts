import { Ajv, type ValidateFunction } from 'ajv'
import { GatewrightError } from '@shared/contract/errors'
import type { Args, CommandName } from '@shared/contract/commands'
import { ARGUMENT_SCHEMAS } from './argument-schemas'
import { findBoundsProblem } from './message-bounds'

const ajv = new Ajv({ strictTypes: false, strictRequired: false })
const compiled = new Map<CommandName, ValidateFunction>()

export function isCommandName(name: unknown): name is CommandName {
  return typeof name === 'string' && Object.hasOwn(ARGUMENT_SCHEMAS, name)
}

/** Throws `contract/invalid-arguments`, naming the command and the member, unless `args` fits the command's signature. */
export function validateArgs<Name extends CommandName>(name: Name, args: unknown): asserts args is Args<Name> {
  const problem = findBoundsProblem(args)
  if (problem) throw invalid(`The arguments of "${name}" cannot be read: the message ${problem}.`)
  const validate = validatorOf(name)
  if (validate(args)) return
  const { instancePath = '', message = 'is not as expected' } = validate.errors?.[0] ?? {}
  throw invalid(
    `The arguments of "${name}" do not fit: ${instancePath === '' ? 'the object' : instancePath} ${message}.`,
  )
}

/** Compiled on first use: a window needs a handful of the commands before it is interactive. */
function validatorOf(name: CommandName): ValidateFunction {
  const known = compiled.get(name)
  if (known) return known
  const validate = ajv.compile(ARGUMENT_SCHEMAS[name])
  compiled.set(name, validate)
  return validate
}

function invalid(message: string): GatewrightError {
  return new GatewrightError('contract/invalid-arguments', message)
}
