import { inWords, isRecord } from '../../json-place'
import { propertyOf, type ApiSource } from '../api-source'
import { isVersion3, versionText } from '../definition'
import { asList, ownMember, recordIn, setMember, type MutableRecord } from '../mutable-json'
import { refuse, type SamContext } from '../sam-context'
import { removeMarks } from './api-auth'
import { toOpenApi3 } from './to-openapi-3'

/** What is neither authorization nor a route: media types, the switch of the API's own address, the notation. */
export function finishDefinition(context: SamContext, source: ApiSource): void {
  const { definition } = source
  const version = propertyOf(source, 'OpenApiVersion')
  if (version !== undefined && !/^[23]\.\d(\.\d)?$/.test(versionText(version) ?? '')) {
    const message = `"OpenApiVersion" of ${source.logicalId} is ${inWords(version)}, which SAM refuses. Write it as "3.0.1".`
    refuse(context, `${source.pointer}/Properties/OpenApiVersion`, message)
  }
  const isDisabled = propertyOf(source, 'DisableExecuteApiEndpoint')
  if (!definition) {
    if (isDisabled === undefined) return
    const message = `"DisableExecuteApiEndpoint" of ${source.logicalId} is left out: it works with an inline definition only. Put the OpenAPI document into DefinitionBody.`
    refuse(context, `${source.pointer}/Properties/DisableExecuteApiEndpoint`, message)
    return
  }
  const media = propertyOf(source, 'BinaryMediaTypes')
  if (media !== undefined) setMember(definition, 'x-amazon-apigateway-binary-media-types', withSlashes(media))
  if (isDisabled !== undefined) disableEndpoint(definition, isDisabled)
  removeMarks(definition)
  toOpenApi3(definition, version)
}

/** "image~1png" stands for "image/png". */
function withSlashes(types: unknown): unknown {
  return asList(types).map((type) => (typeof type === 'string' ? type.replaceAll('~1', '/') : type))
}

function disableEndpoint(definition: MutableRecord, isDisabled: unknown): void {
  const extension = 'x-amazon-apigateway-endpoint-configuration'
  if (!isVersion3(ownMember(definition, 'openapi'))) {
    setMember(recordIn(definition, extension), 'disableExecuteApiEndpoint', isDisabled)
    return
  }
  const servers = asList(ownMember(definition, 'servers')).filter((server): server is MutableRecord => isRecord(server))
  const all: MutableRecord[] = servers.length > 0 ? servers : [{}]
  for (const server of all) setMember(recordIn(server, extension), 'disableExecuteApiEndpoint', isDisabled)
  setMember(definition, 'servers', all)
}
