import type { Design } from '../../design/design'
import type { Method } from '../../design/method'
import { updateRestApi } from '../../design/edits/update-rest-api'
import { findRestApi } from '../../design/route-key'
import { finding } from '../finding'
import type { ReviewRule } from '../review-rule'
import { methodsOf, restApis } from '../scopes/rest-methods'

export const binaryWithoutMediaType: ReviewRule = {
  id: 'binary-without-media-type',
  title: 'Images and files arrive broken',
  severity: 'warning',
  what: 'Methods of REST APIs that take or give a binary content type, or convert to binary, while the API’s binaryMediaTypes do not name it.',
  why: 'Without an entry the bytes are read as text: what is not UTF-8 is replaced, and callers get base64 instead of the file.',
  source: 'Guide 003, "Binary content handling"; rest-api.md 9.7.',
  find: (design) =>
    restApis(design).flatMap(({ api, at }) =>
      methodsOf({ api, at }).flatMap(({ at: place, routeKey, method }) =>
        typesOf(method)
          .filter((type) => !(api.binaryMediaTypes ?? []).some((entry) => covers(entry, type)))
          .map((type) => {
            const fix = {
              label: `Carry ${type} as it is in ${api.name}`,
              apply: (current: Design) => {
                const known = findRestApi(current, api.id)?.binaryMediaTypes ?? []
                return updateRestApi(current, api.id, {
                  binaryMediaTypes: known.includes(type) ? known : [...known, type],
                })
              },
            }
            const message = `${api.name}, ${routeKey}: it carries ${type}, which binaryMediaTypes does not name. Add it there.`
            return finding(binaryWithoutMediaType, place, message, { fix })
          }),
      ),
    ),
}

const BINARY =
  /^(image\/(?!svg)|audio\/|video\/|font\/|application\/(octet-stream|pdf|zip|gzip|x-gzip|x-tar|x-protobuf|protobuf|msgpack|x-msgpack|vnd\.(ms-|openxmlformats)|wasm))/i

/** Binary content types that a method names: in models, in templates, or as the literal header of an answer. */
function typesOf({ requestModels, methodResponses, integration }: Method): string[] {
  const responses = integration?.integrationResponses ?? []
  const literals = responses.flatMap(({ responseParameters }) =>
    Object.entries(responseParameters ?? {}).flatMap(([name, value]) =>
      /\.header\.content-type$/i.test(name) ? value.replace(/^'(.*)'$/, '$1') : [],
    ),
  )
  const named = [
    requestModels,
    integration?.requestTemplates,
    ...methodResponses.map(({ responseModels }) => responseModels),
    ...responses.map(({ responseTemplates }) => responseTemplates),
  ].flatMap((record) => Object.keys(record ?? {}))
  const types = [...named, ...literals].map((type) => type.split(';')[0]!.trim().toLowerCase())
  return [...new Set(types)].filter((type) => BINARY.test(type))
}

/** Entries are exact, or whole types as in "image/*". Source: rest-api.md 9.3. */
function covers(entry: string, type: string): boolean {
  const known = entry.toLowerCase()
  return known === type || known === '*/*' || (known.endsWith('/*') && type.startsWith(known.slice(0, -1)))
}
