import type { DesignFormat, ExportedFile, ExportRequest } from '@shared/contract/export'
import type { TextFile } from '@shared/contract/text-file'
import type { Design } from '@shared/design/design'
import type { Diagnostic } from '@shared/diagnostic'
import { artilleryScript } from '../exporters/artillery-script'
import type { ExportCode } from '../exporters/export-codes'
import { exportDesign } from '../exporters/export-design'
import { k6Script } from '../exporters/k6-script'
import { chosenApi } from './chosen-api'
import { UsageError, type CommandContext } from './command'
import { namedScenario, refuseUnplayable } from './named-scenario'

/** A format that `export` writes. */
export interface ExportFormat {
  /** As `--format` takes it. */
  readonly name: string
  /** "a k6 script of a scenario". */
  readonly what: string
  /** It is several files: `-o` names a folder. */
  readonly isFolder?: boolean
  /** Throws `UsageError` and `GatewrightError`. */
  run(design: Design, values: CommandContext['values']): WrittenFormat
}

export interface WrittenFormat {
  /** The first is the one to look at. */
  readonly files: readonly ExportedFile[]
  /** What the format cannot hold; an error among them means that the file does not do what the design does. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Every format, in the order of the help. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  { name: 'openapi3', what: 'one API as OpenAPI 3.0', run: openApiFormat('openapi3') },
  { name: 'swagger2', what: 'one API as OpenAPI 2.0', run: openApiFormat('swagger2') },
  { name: 'cloudformation', what: 'a CloudFormation template', run: designFormat('cloudformation') },
  { name: 'sam', what: 'a SAM template', run: designFormat('sam') },
  { name: 'cdk', what: 'an app of the AWS CDK in TypeScript', isFolder: true, run: designFormat('cdk') },
  { name: 'cli', what: 'a shell script of AWS CLI commands', run: designFormat('cli') },
  { name: 'k6', what: 'a scenario as a script for k6', run: scenarioFormat(k6Script) },
  { name: 'artillery', what: 'a scenario as a test script for Artillery', run: scenarioFormat(artilleryScript) },
]

/** A format that takes exactly one API. */
function openApiFormat(format: DesignFormat): ExportFormat['run'] {
  return (design, values) => writeDesign(design, values, format, [chosenApi(design, textOf(values, 'api')).id])
}

function designFormat(format: DesignFormat): ExportFormat['run'] {
  return (design, values) => {
    const name = textOf(values, 'api')
    return writeDesign(design, values, format, name === undefined ? undefined : [chosenApi(design, name).id])
  }
}

function writeDesign(
  design: Design,
  values: CommandContext['values'],
  format: DesignFormat,
  apiIds: readonly string[] | undefined,
): WrittenFormat {
  const stage = textOf(values, 'stage')
  const request: ExportRequest = {
    format,
    ...(apiIds && { apiIds }),
    ...(stage !== undefined && { stage }),
    syntax: isJsonWanted(values) ? 'json' : 'yaml',
    hasExtensions: values['no-extensions'] !== true,
    hasBody: values['body'] === true,
    hasKeyValues: values['key-values'] === true,
  }
  const exported = exportDesign(design, request)
  const missing = exported.diagnostics.filter(({ code, severity }) => code === NOT_THERE && severity === 'error')
  if (missing.length > 0) throw new UsageError(missing.map(({ message }) => message).join(' '))
  return exported
}

const NOT_THERE: ExportCode = 'export/not-there'

/** By the name of the file; on stdout as all that is printed there. */
function isJsonWanted(values: CommandContext['values']): boolean {
  const output = textOf(values, 'output')
  return output === undefined ? values['json'] === true : /\.json$/i.test(output)
}

function textOf(values: CommandContext['values'], name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

/** A format that is about one scenario, whose notes are no errors: the file plays all that such a tool can. */
function scenarioFormat(
  write: (design: Design, scenario: ReturnType<typeof namedScenario>) => TextFile,
): ExportFormat['run'] {
  return (design, { scenario: name }) => {
    const scenario = namedScenario(design, typeof name === 'string' ? name : undefined)
    refuseUnplayable(scenario, design)
    const { notes, ...file } = write(design, scenario)
    const pointer = `/scenarios/${design.scenarios.indexOf(scenario)}`
    const diagnostics = notes.map(
      (message) => ({ code: 'scenario/not-carried', severity: 'info', message, pointer }) as const,
    )
    return { files: [file], diagnostics }
  }
}
