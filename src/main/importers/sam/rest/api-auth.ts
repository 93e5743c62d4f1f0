import { isRecord, type JsonRecord } from '../../json-place'
import { propertyOf, type ApiSource } from '../api-source'
import { hasIntegration, isDefinition, methodsOf, pathsOf } from '../definition'
import { ownMember, recordIn, setMember, type MutableRecord } from '../mutable-json'
import { refuse, type SamContext } from '../sam-context'
import { readAuthorizers, type RestAuthorizers } from './authorizers'
import { addPolicyLists, addPolicyStatements } from './resource-policy'
import { API_KEY, API_KEY_SCHEME, addScheme, AWS_IAM, AWS_IAM_SCHEME, NO_API_KEY } from './security'

const MEMBERS = [
  'Authorizers',
  'DefaultAuthorizer',
  'InvokeRole',
  'AddDefaultAuthorizerToCorsPreflight',
  'AddApiKeyRequiredToCorsPreflight',
  'ApiKeyRequired',
  'ResourcePolicy',
  'UsagePlan',
]

/** `Auth` of an API, when it is an object that SAM takes; what it refuses is reported once. */
export function readApiAuth(context: SamContext, source: ApiSource): JsonRecord | undefined {
  const auth = propertyOf(source, 'Auth')
  if (auth === undefined) return undefined
  const pointer = `${source.pointer}/Properties/Auth`
  if (!isRecord(auth)) {
    refuse(
      context,
      pointer,
      `"Auth" of ${source.logicalId} is left out: it must be an object, as in { DefaultAuthorizer: AWS_IAM }.`,
    )
    return undefined
  }
  for (const name of Object.keys(auth).filter((name) => !MEMBERS.includes(name))) {
    refuse(
      context,
      `${pointer}/${name}`,
      `"${name}" of "Auth" of ${source.logicalId} is left out: SAM refuses it. Use ${MEMBERS.join(', ')}.`,
    )
  }
  return Object.keys(auth).length > 0 ? auth : undefined
}

/** Adds what `Auth` of the API asks of all its methods. Source: SAM Developer Guide, "ApiAuth". */
export function addApiAuth(context: SamContext, source: ApiSource, auth: JsonRecord): RestAuthorizers {
  const { definition } = source
  if (!isDefinition(definition)) {
    reportUnusable(context, source, auth)
    return new Map()
  }
  const authorizers = readAuthorizers(context, source, auth)
  if (ownMember(auth, 'DefaultAuthorizer') === AWS_IAM) addScheme(definition, AWS_IAM, AWS_IAM_SCHEME)
  for (const [name, { scheme }] of authorizers) setMember(recordIn(definition, 'securityDefinitions'), name, scheme)
  addDefaultAuthorizer(context, source, definition, auth, authorizers)
  if (ownMember(auth, 'ApiKeyRequired')) {
    addScheme(definition, API_KEY, API_KEY_SCHEME)
    const isForPreflight = ownMember(auth, 'AddApiKeyRequiredToCorsPreflight') !== false
    forEachMethod(definition, isForPreflight, requireApiKey)
  }
  const policy = ownMember(auth, 'ResourcePolicy')
  if (isRecord(policy)) {
    for (const [path] of pathsOf(definition)) addPolicyLists(definition, policy, path, propertyOf(source, 'StageName'))
    addPolicyStatements(definition, ownMember(policy, 'CustomStatements'))
  }
  return authorizers
}

/** Only a usage plan needs no definition. */
function reportUnusable(context: SamContext, source: ApiSource, auth: JsonRecord): void {
  if (Object.keys(auth).every((name) => name === 'UsagePlan')) return
  const message = `"Auth" of ${source.logicalId} is left out: it works with an inline definition only. Put the OpenAPI document into DefinitionBody, or its authorizers into the document.`
  refuse(context, `${source.pointer}/Properties/Auth`, message)
}

function addDefaultAuthorizer(
  context: SamContext,
  source: ApiSource,
  definition: MutableRecord,
  auth: JsonRecord,
  authorizers: RestAuthorizers,
): void {
  const name = ownMember(auth, 'DefaultAuthorizer')
  if (name === undefined || name === '') return
  if (typeof name !== 'string' || (name !== AWS_IAM && !authorizers.has(name))) {
    const known = [...authorizers.keys(), AWS_IAM].join(', ')
    const said = typeof name === 'string' ? `"${name}", which "Authorizers" does not define` : 'no text'
    const message = `"DefaultAuthorizer" of ${source.logicalId} is ${said}; its methods go without it. Use one of ${known}.`
    refuse(context, `${source.pointer}/Properties/Auth/DefaultAuthorizer`, message)
    return
  }
  const isForPreflight = ownMember(auth, 'AddDefaultAuthorizerToCorsPreflight') !== false
  const scopes = authorizers.get(name)?.scopes ?? []
  forEachMethod(definition, isForPreflight, (method) =>
    requireAuthorizer(method, name, scopes, authorizers, definition),
  )
}

function forEachMethod(
  definition: MutableRecord,
  isForPreflight: boolean,
  change: (method: MutableRecord) => void,
): void {
  for (const [, item] of pathsOf(definition)) {
    for (const [name, method] of methodsOf(item)) {
      if (hasIntegration(method) && (isForPreflight || name.toLowerCase() !== 'options')) change(method)
    }
  }
}

/** The default holds where a method names neither an authorizer nor NONE. */
function requireAuthorizer(
  method: MutableRecord,
  name: string,
  scopes: unknown,
  authorizers: RestAuthorizers,
  definition: MutableRecord,
): void {
  const security = securityOf(method)
  const names = security.flatMap((requirement) => Object.keys(requirement))
  const isAuthorizer = (each: string): boolean => each === AWS_IAM || authorizers.has(each)
  if (names.includes('NONE')) return
  if (!names.some(isAuthorizer)) setMember(method, 'security', [...security, { [name]: scopes }])
  if (AWS_IAM in (securityOf(method)[0] ?? {})) addScheme(definition, AWS_IAM, AWS_IAM_SCHEME)
}

/** The key stands last; a method that says "false" goes without. */
function requireApiKey(method: MutableRecord): void {
  const security = securityOf(method)
  const names = security.flatMap((requirement) => Object.keys(requirement))
  const others = security.filter((requirement) => !(API_KEY in requirement) && !(NO_API_KEY in requirement))
  setMember(method, 'security', names.includes(NO_API_KEY) ? others : [...others, { [API_KEY]: [] }])
}

function securityOf(method: MutableRecord): JsonRecord[] {
  const security = ownMember(method, 'security')
  return Array.isArray(security) ? (security as unknown[]).filter((each) => isRecord(each)) : []
}

/**
 * Takes SAM's marks off once all is decided: NONE and "no key" are schemes that no definition has. An empty list says that nothing is asked,
 * whatever the document asks for as a whole.
 */
export function removeMarks(definition: MutableRecord): void {
  for (const [, item] of pathsOf(definition)) {
    for (const [, method] of methodsOf(item)) {
      const security = securityOf(method)
      const kept = security.filter((requirement) => !('NONE' in requirement) && !(NO_API_KEY in requirement))
      if (kept.length < security.length) setMember(method, 'security', kept)
    }
  }
}
