import { isRecord } from '../json-place'
import { withoutAbsent } from '../without-absent'
import { propertyOf, type ApiSource } from './api-source'
import { ownMember } from './mutable-json'
import { refuse, type SamContext } from './sam-context'

/** "s3://bucket/key?versionId=1" or an object; any other text is a file beside the template. */
export function definitionLocation(context: SamContext, source: ApiSource): unknown {
  const uri = propertyOf(source, 'DefinitionUri')
  if (uri === undefined || uri === '') return undefined
  if (source.definition) {
    const message = `${source.logicalId} has both DefinitionUri and DefinitionBody, which SAM refuses; the DefinitionBody is read. Remove one.`
    refuse(context, `${source.pointer}/Properties/DefinitionUri`, message)
    return undefined
  }
  if (!isRecord(uri)) {
    const match = typeof uri === 'string' ? /^s3:\/\/([^/?]+)\/([^?]+)(?:\?versionId=(.+))?$/.exec(uri) : null
    if (!match) return uri
    return withoutAbsent({ Bucket: match[1], Key: match[2], Version: match[3] })
  }
  if (ownMember(uri, 'Bucket') === undefined || ownMember(uri, 'Key') === undefined) {
    const message = `"DefinitionUri" of ${source.logicalId} needs a Bucket and a Key. Give it both, or write "s3://bucket/key".`
    refuse(context, `${source.pointer}/Properties/DefinitionUri`, message)
  }
  return uri
}
