import type { Api } from '@shared/design/api'
import { nameOf } from '../../template/physical-id'
import type { TemplateResource } from '../../template/template'
import type { TemplateContext } from '../../template/template-context'
import { lambdaTargetsOf, type LambdaTarget } from './lambda-targets'
import { resourcesOfType } from './resource-properties'
import { newBudget, SourcePatterns } from './source-patterns'

/** Who may invoke one function, or one alias of it. */
interface Permissions {
  isOpen: boolean
  readonly sources: SourcePatterns
}

/** As many routes as a message names. */
const MOST_NAMED = 3

/**
 * Reports functions of the template that its APIs invoke without being let: AWS answers 500 there. Functions that stand elsewhere have their
 * permissions elsewhere.
 */
export function reportMissingPermissions(context: TemplateContext, apis: readonly Api[]): void {
  const permissions = readPermissions(context)
  const functions = new Map(
    resourcesOfType(context, 'AWS::Lambda::Function').map((resource) => [nameOf(resource), resource]),
  )
  for (const api of apis) {
    const refused = new Map<TemplateResource, string[]>()
    for (const target of lambdaTargetsOf(api)) {
      const resource = functions.get(target.functionName)
      if (!resource || isLet(target, permissions)) continue
      const routes = refused.get(resource)
      if (routes) routes.push(target.by)
      else refused.set(resource, [target.by])
    }
    for (const [resource, routes] of refused) report(context, resource, api, routes)
  }
}

/** By the key of the function. */
function readPermissions(context: TemplateContext): ReadonlyMap<string, Permissions> {
  const permissions = new Map<string, Permissions>()
  const budget = newBudget()
  for (const resource of resourcesOfType(context, 'AWS::Lambda::Permission')) {
    const { FunctionName, Principal, Action, SourceArn } = resource.properties
    if (typeof Principal !== 'string' || !/^(\*$|apigateway\.)/.test(Principal)) continue
    context.claimed.add(resource.logicalId)
    if (typeof FunctionName !== 'string') continue
    if (typeof Action === 'string' && !/^(\*|lambda:\*|lambda:InvokeFunction)$/i.test(Action)) continue
    const [name = '', qualifier] = FunctionName.replace(/^.*:function:/, '').split(':')
    const key = keyOf(name, qualifier)
    const known = permissions.get(key) ?? { isOpen: false, sources: new SourcePatterns(budget) }
    permissions.set(key, known)
    if (typeof SourceArn === 'string') known.sources.add(patternOf(SourceArn))
    else known.isOpen = true
  }
  return permissions
}

/** An alias has permissions of its own. */
function keyOf(functionName: string, qualifier: string | undefined): string {
  return `${functionName}:${qualifier ?? ''}`
}

/** What is left of a function could be anything. */
function patternOf(sourceArn: string): string {
  return sourceArn.replaceAll(/\$\{[^}]*\}/g, '*').replace(/^arn:[^:]*:execute-api:[^:]*:[^:]*:/, '')
}

function isLet(target: LambdaTarget, permissions: ReadonlyMap<string, Permissions>): boolean {
  const known = permissions.get(keyOf(target.functionName, target.qualifier))
  if (!known || known.isOpen) return known !== undefined
  const { sources } = known
  return target.callers.some((caller) => (target.isAuthorizer ? sources.matchStart(caller) : sources.match(caller)))
}

function report({ findings }: TemplateContext, resource: TemplateResource, api: Api, routes: readonly string[]): void {
  const named = routes.slice(0, MOST_NAMED).join(', ')
  const more = routes.length > MOST_NAMED ? ` and ${routes.length - MOST_NAMED} more` : ''
  const message = `Nothing lets API Gateway invoke the function ${resource.logicalId} for ${named}${more} of "${api.name}": AWS would answer 500 there. Add an AWS::Lambda::Permission with this FunctionName, Action lambda:InvokeFunction, Principal apigateway.amazonaws.com and the API's SourceArn.`
  findings.report('import/permission-missing', 'warning', resource.pointer, message)
}
