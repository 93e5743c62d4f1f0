import { pointerSegment } from '@shared/diagnostic'
import type { Severity } from '@shared/diagnostic'
import type { Findings } from '../findings'
import type { ImportCode } from '../import-codes'
import type { JsonRecord } from '../json-place'
import type { ImportOptions } from '../import-options'
import type { Stack } from '../template/stack'
import type { TemplateResource } from '../template/template'
import type { ApiSource } from './api-source'
import type { SourcePointers } from './source-pointers'

/** What every part of the expansion needs. */
export interface SamContext {
  readonly findings: Findings
  readonly options: ImportOptions
  /** Where the template is deployed to, for ARNs. */
  readonly stack: Stack
  readonly pointers: SourcePointers
  /** All resources of the template, SAM's own with their Globals. */
  readonly resources: ReadonlyMap<string, TemplateResource>
  /** Resources that are not made, with the condition that is false. */
  readonly leftOut: ReadonlyMap<string, string>
  /** By logical id, with the implicit ones. */
  readonly restApis: Map<string, ApiSource>
  readonly httpApis: Map<string, ApiSource>
  /** What a template may write for an id that SAM makes: "MyApi.Stage" -> "MyApiProdStage". */
  readonly madeIds: Map<string, string>
  /** In the order of the text. */
  readonly made: TemplateResource[]
}

/** A resource that SAM makes besides the one that the text holds; `pointer` is where its cause stands. */
export function addMade(
  context: SamContext,
  made: Pick<TemplateResource, 'logicalId' | 'type' | 'properties' | 'pointer'> & {
    readonly dependsOn?: readonly string[]
  },
): void {
  context.made.push({ dependsOn: [], ...made, isMadeBySam: true })
}

/** Says something about a place in the template as it is made: Globals, and the events of an implicit API, stand elsewhere in the text. */
export function say(context: SamContext, code: ImportCode, severity: Severity, pointer: string, message: string): void {
  context.findings.report(code, severity, context.pointers.placeOf(pointer), message)
}

/** What SAM refuses at a place. */
export function refuse(context: SamContext, pointer: string, message: string): void {
  say(context, 'import/sam-refused', 'error', pointer, message)
}

/** Names the members that nobody reads. `owner`: "the API Shop". */
export function reportUnknown(
  context: SamContext,
  record: JsonRecord,
  known: readonly string[],
  pointer: string,
  owner: string,
): void {
  for (const name of Object.keys(record).filter((each) => !known.includes(each))) {
    const message = `"${name}" of ${owner} is left out: it has no meaning at this place that this release knows.`
    say(context, 'import/not-carried', 'warning', `${pointer}/${pointerSegment(name)}`, message)
  }
}
