import type { TextFile } from '@shared/contract/text-file'
import type { Design } from '@shared/design/design'
import type { Diagnostic } from '@shared/diagnostic'
import { artilleryScript } from '../exporters/artillery-script'
import { k6Script } from '../exporters/k6-script'
import type { CommandContext } from './command'
import { namedScenario, refuseUnplayable } from './named-scenario'

/** A format that `export` writes. */
export interface ExportFormat {
  /** As `--format` takes it. */
  readonly name: string
  /** "a k6 script of a scenario". */
  readonly what: string
  /** Throws `UsageError` and `GatewrightError`. */
  run(design: Design, values: CommandContext['values']): ExportedFile
}

export interface ExportedFile {
  readonly file: Omit<TextFile, 'notes'>
  /** What the format cannot hold; an error among them means that the file does not do what the design does. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Every format, in the order of the help. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  { name: 'k6', what: 'a scenario as a script for k6', run: scenarioFormat(k6Script) },
  { name: 'artillery', what: 'a scenario as a test script for Artillery', run: scenarioFormat(artilleryScript) },
]

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
    return { file, diagnostics }
  }
}
