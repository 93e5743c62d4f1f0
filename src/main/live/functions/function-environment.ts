import { basename, extname } from 'node:path'
import { logGroupName, type FunctionBinding } from './function-binding'

/** Of this program's own environment a handler sees only these: what the system needs to run a process at all. */
const ALLOWED = ['PATH', 'LANG', 'LC_ALL', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'windir', 'ComSpec']

/**
 * The environment of a function: its own variables over what Lambda sets and an allow-list of ours. Each process adds the name of its
 * log stream, and Python its version.
 * Source: Lambda Developer Guide, "Defined runtime environment variables".
 */
export function functionEnvironment(
  binding: FunctionBinding,
  region: string,
  folder: string,
  own: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const allowed = ALLOWED.flatMap((name) => (own[name] === undefined ? [] : [[name, own[name]] as const]))
  const [file = '', exportName = 'handler'] = binding.handler.split(/#(?=[^#]*$)/)
  return {
    ...Object.fromEntries(allowed),
    _HANDLER: `${basename(file, extname(file))}.${exportName}`,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x',
    AWS_LAMBDA_FUNCTION_NAME: binding.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(binding.memorySize),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: logGroupName(binding),
    LAMBDA_TASK_ROOT: folder,
    TZ: 'UTC',
    ...binding.environment,
  }
}
