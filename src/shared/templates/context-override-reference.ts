import type { ReferenceEntry } from './reference-entry'

/** What a template sets to change the request or the answer. Source: API Gateway Developer Guide, "Override your API's request and response parameters and status codes". */
export const CONTEXT_OVERRIDE_REFERENCE: readonly ReferenceEntry[] = [
  {
    name: 'requestOverride.header.name',
    signature: '$context.requestOverride.header.name',
    returns: 'String',
    doc: 'Set it to send the backend another header.',
    caution: 'Not in proxy integrations. It wins over parameter mappings, and a header may be set only once.',
    insert: '#set(\\$context.requestOverride.header.${1:name} = ${2:"value"})',
  },
  {
    name: 'requestOverride.path.name',
    signature: '$context.requestOverride.path.name',
    returns: 'String',
    doc: 'Set it to give a path parameter of the integration another value.',
    caution: 'Not in proxy integrations.',
    insert: '#set(\\$context.requestOverride.path.${1:name} = ${2:"value"})',
  },
  {
    name: 'requestOverride.querystring.name',
    signature: '$context.requestOverride.querystring.name',
    returns: 'String',
    doc: 'Set it to give a query parameter of the integration another value.',
    caution: 'Not in proxy integrations.',
    insert: '#set(\\$context.requestOverride.querystring.${1:name} = ${2:"value"})',
  },
  {
    name: 'responseOverride.header.name',
    signature: '$context.responseOverride.header.name',
    returns: 'String',
    doc: 'Set it to give the caller another header. A list gives several values.',
    caution: 'Not in proxy integrations.',
    insert: '#set(\\$context.responseOverride.header.${1:name} = ${2:"value"})',
  },
  {
    name: 'responseOverride.status',
    signature: '$context.responseOverride.status',
    returns: 'Integer',
    doc: 'Set it to give the answer another status code.',
    missing: 'Prints nothing until it is set.',
    caution: 'Not in proxy integrations. What is no whole number from 100 to 599 is ignored.',
    insert: '#set(\\$context.responseOverride.status = ${1:400})',
  },
]
