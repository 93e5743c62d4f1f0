import type { Api } from '@shared/design/api'
import type { ApiNames } from '../cloudformation/export-context'
import type { ResourceDocument, TemplateObject, TemplateValue } from '../cloudformation/template-document'
import type { Renamed } from './renamed-references'

/** An API of a CloudFormation template as SAM has it. */
export interface SamApi {
  readonly resource: ResourceDocument
  /** The stage that SAM makes with it: its logical id in the CloudFormation template. */
  readonly stageId: string
  /** Logical ids of resources that SAM makes by itself. */
  readonly removed: readonly string[]
  readonly renamed: ReadonlyMap<string, Renamed>
}

/** Why an API stands as resources of CloudFormation, as the end of a sentence: "it has no stage". */
export interface NotInSam {
  readonly because: string
}

/** What became of an API. */
export interface ApiInSam {
  readonly api: Api
  readonly names: ApiNames
  readonly sam: SamApi | NotInSam
}

/** The members of an object under the names given, without those it has not. */
export function pick(object: TemplateObject, names: readonly string[]): TemplateObject {
  return Object.fromEntries(
    names.flatMap((name) => (Object.hasOwn(object, name) ? [[name, object[name] ?? null]] : [])),
  )
}

/** The logical id of a Ref. */
export function refOf(value: TemplateValue | undefined): string | undefined {
  const name = isObject(value) ? value['Ref'] : undefined
  return typeof name === 'string' ? name : undefined
}

export function isObject(value: TemplateValue | undefined): value is TemplateObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function dependencies(dependsOn: readonly string[]): Pick<ResourceDocument, 'DependsOn'> {
  return dependsOn.length > 0 ? { DependsOn: [...new Set(dependsOn)] } : {}
}
