import { isRecord } from '../json-place'
import type { TemplateResource } from '../template/template'
import type { ApiSource } from './api-source'
import { emptyDefinition, isVersion3, versionText } from './definition'
import { withGlobals, withoutIgnored, type Globals } from './globals'
import { copyRecord, ownMember, recordIn, setMember, type MutableRecord } from './mutable-json'

/** The OpenAPI version that SAM writes HTTP APIs in. */
const HTTP_VERSION = '3.0.1'

/**
 * An API of the template, ready to take events. Its `properties` are without Globals until `applyGlobals`, because what events add counts as
 * the API's own.
 */
export function sourceOf(resource: TemplateResource): ApiSource {
  const properties = copyRecord(resource.properties)
  const written = ownMember(properties, 'DefinitionBody')
  const hasOwn = isFilled(written) || isFilled(ownMember(properties, 'DefinitionUri'))
  return {
    logicalId: resource.logicalId,
    pointer: resource.pointer,
    isImplicit: false,
    resource,
    properties,
    definition: isRecord(written) && isFilled(written) ? copyRecord(written) : undefined,
    // The mark stands in templates that SAM's own tools wrote.
    isManaged: !hasOwn || ownMember(properties, '__MANAGE_SWAGGER') === true,
  }
}

/** The API that SAM makes for events that name none. */
export function implicitSource(logicalId: string, stageName: string): ApiSource {
  return {
    logicalId,
    pointer: `/Resources/${logicalId}`,
    isImplicit: true,
    properties: { StageName: stageName },
    definition: undefined,
    isManaged: true,
  }
}

/** Gives an API the members of its section, and a definition when it has none, named after the stack. */
export function applyGlobals(source: ApiSource, globals: Globals, type: string, stackName: string): void {
  const section = withoutIgnored(globals.get(type), source.resource?.ignoreGlobals)
  source.properties = copyRecord(withGlobals(section, source.properties))
  if (!source.isManaged || source.definition) return
  const version = ownMember(source.properties, 'OpenApiVersion')
  const isHttp = type === 'AWS::Serverless::HttpApi'
  source.definition = emptyDefinition(
    isHttp ? HTTP_VERSION : isVersion3(version) ? versionText(version) : undefined,
    stackName,
  )
}

/** A function's or state machine's tags become those of the implicit API when it propagates them. */
export function takeTags(source: ApiSource, owner: TemplateResource): void {
  const tags = ownMember(owner.properties, 'Tags')
  if (!source.isImplicit || ownMember(owner.properties, 'PropagateTags') !== true || !isRecord(tags)) return
  const own: MutableRecord = recordIn(source.properties, 'Tags')
  for (const [name, value] of Object.entries(tags)) setMember(own, name, value)
  setMember(source.properties, 'PropagateTags', true)
}

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== '' && !(isRecord(value) && Object.keys(value).length === 0)
}
