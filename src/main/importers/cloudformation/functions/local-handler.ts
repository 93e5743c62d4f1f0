import { isRecord, quoted, type JsonRecord } from '../../json-place'
import type { ImportFiles } from '../../import-options'

const NODE_ENDINGS = ['.mjs', '.js', '.cjs', '.ts', '.mts', '.cts']
const PYTHON_ENDINGS = ['.py']

/**
 * The file and function that AWS Lambda's runtime would load, as in "./src/app.mjs#handler", when they lie beside the template; else why
 * there is none. `properties` are those of AWS::Lambda::Function; `Code` may be the path of a folder, as tools that upload it take it.
 */
export function localHandler(
  properties: JsonRecord,
  files: ImportFiles | undefined,
): string | { readonly why: string } {
  const handler = textOf(properties, 'Handler')
  const runtime = textOf(properties, 'Runtime') ?? ''
  const folder = folderOf(properties)
  if (typeof folder !== 'string') return folder
  const endings = endingsOf(runtime)
  if (!endings) {
    return {
      why:
        runtime === ''
          ? 'no runtime is named'
          : `functions of the runtime ${runtime} are not run, only JavaScript, TypeScript and Python`,
    }
  }
  if (handler === undefined) return { why: 'no handler is named' }
  if (!files) return { why: 'only its text was given, without the files beside the template' }
  const { modulePath, exported } = partsOf(handler, endings === PYTHON_ENDINGS)
  if (exported === '') return { why: `the handler ${quoted(handler)} names no function` }
  const path = [folder, modulePath].filter((part) => part !== '').join('/')
  const ending = endings.find((candidate) => files.has(path + candidate))
  if (ending !== undefined) return `./${path}${ending}#${exported}`
  return { why: `there is no file ${quoted(path)} with an ending of ${endings.join(', ')} beside the template` }
}

function textOf(properties: JsonRecord, name: string): string | undefined {
  const value = Object.hasOwn(properties, name) ? properties[name] : undefined
  return typeof value === 'string' && value !== '' ? value : undefined
}

function endingsOf(runtime: string): readonly string[] | null {
  if (runtime.startsWith('nodejs')) return NODE_ENDINGS
  return runtime.startsWith('python') ? PYTHON_ENDINGS : null
}

/** The folder of the code without "./" and a slash at its end; "" is the template's own. */
function folderOf(properties: JsonRecord): string | { readonly why: string } {
  const code = Object.hasOwn(properties, 'Code') ? properties['Code'] : undefined
  if (typeof code === 'string') {
    if (/^[a-z0-9]+:\/\//i.test(code)) return { why: `the code is at ${quoted(code)}` }
    if (/\.(zip|jar)$/i.test(code)) return { why: `the code is in the archive ${quoted(code)}` }
    return code
      .replaceAll('\\', '/')
      .split('/')
      .filter((part) => part !== '' && part !== '.')
      .join('/')
  }
  if (!isRecord(code)) return { why: 'there is no folder with the code' }
  if (Object.hasOwn(code, 'ZipFile')) return { why: 'the code stands in the template itself' }
  if (Object.hasOwn(code, 'ImageUri')) return { why: 'the code is a container image' }
  return { why: 'the code is in S3' }
}

/** "src/app.lambdaHandler" -> the file without its ending, and the function. Python's modules may have dots for slashes. */
function partsOf(handler: string, isPython: boolean): { modulePath: string; exported: string } {
  const dot = isPython ? handler.lastIndexOf('.') : handler.indexOf('.', handler.lastIndexOf('/') + 1)
  if (dot < 0) return { modulePath: handler, exported: '' }
  const modulePath = handler.slice(0, dot).replace(/^\.\//, '')
  return {
    modulePath: isPython ? modulePath.replaceAll('.', '/') : modulePath,
    exported: handler.slice(dot + 1),
  }
}
