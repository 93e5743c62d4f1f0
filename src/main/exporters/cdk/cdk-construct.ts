import type { ResourceDocument, TemplateValue } from '../cloudformation/template-document'
import { cdkClass } from './cdk-class'
import { dataCode, propertiesCode, type CdkScope } from './cdk-value'
import { codeText, quoted, type Code, type CodeGroup } from './code'
import type { PlannedConstruct, StackPlan } from './stack-plan'

/** Spaces before the statements of a method. */
const INDENT = '    '

/** The statements that make one construct, each a line or more without the first indent. */
export function constructStatements(
  logicalId: string,
  resource: ResourceDocument,
  planned: PlannedConstruct,
  plan: StackPlan,
  scope: CdkScope,
): string[] {
  const more = [
    ...optionStatements(planned.variable, resource, scope),
    ...overrideStatements(logicalId, planned.variable),
    ...dependencyStatements(planned, resource.DependsOn ?? [], plan, scope),
  ]
  const isKept = planned.isNamed || planned.isShared || more.length > 0
  return [`${isKept ? `const ${planned.variable} = ` : ''}${newConstruct(logicalId, resource, scope)}`, ...more]
}

function newConstruct(logicalId: string, resource: ResourceDocument, scope: CdkScope): string {
  const { module, name } = cdkClass(resource.Type)
  const call = `new ${module}.${name}(this, ${quoted(constructId(logicalId))}`
  const props = propertiesCode(resource.Type, resource.Properties ?? {}, scope)
  if (typeof props === 'string' || props.items.length === 0) return `${call}, {});`
  // Members are on lines of their own: what a construct has is read by its names.
  return `${codeText({ ...props, open: `${call}, {`, close: '})', isBroken: true }, INDENT)};`
}

/** The CDK leaves out the part "Default" of every id. */
function constructId(logicalId: string): string {
  return logicalId === 'Default' ? 'DefaultConstruct' : logicalId
}

function overrideStatements(logicalId: string, variable: string): string[] {
  return constructId(logicalId) === logicalId ? [] : [`${variable}.overrideLogicalId(${quoted(logicalId)});`]
}

function optionStatements(variable: string, resource: ResourceDocument, scope: CdkScope): string[] {
  const policies = [
    ['deletionPolicy', resource.DeletionPolicy],
    ['updateReplacePolicy', resource.UpdateReplacePolicy],
  ].flatMap(([member, policy]) =>
    policy === undefined
      ? []
      : [
          `${variable}.cfnOptions.${member} = cdk.CfnDeletionPolicy.${(policy ?? '').replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()};`,
        ],
  )
  const condition = resource.Condition === undefined ? null : scope.condition(resource.Condition)
  const conditions = condition === null ? [] : [`${variable}.cfnOptions.condition = ${condition};`]
  const metadata = resource.Metadata === undefined ? [] : [metadataStatement(variable, resource.Metadata, scope)]
  return [...conditions, ...policies, ...metadata]
}

function metadataStatement(variable: string, metadata: TemplateValue, scope: CdkScope): string {
  const head = `${variable}.cfnOptions.metadata = `
  return `${codeText(labelled(head, dataCode(metadata, scope)), INDENT)};`
}

function labelled(head: string, code: Code): Code {
  return typeof code === 'string' ? head + code : { ...code, open: head + code.open }
}

/** Fewer are written one by one. */
const FEWEST_IN_LIST = 4

function dependencyStatements(
  planned: PlannedConstruct,
  dependsOn: readonly string[],
  plan: StackPlan,
  scope: CdkScope,
): string[] {
  if (dependsOn.length === 0) return []
  const terms = dependencyTerms(planned, dependsOn, plan, scope)
  if (dependsOn.length < FEWEST_IN_LIST) {
    return terms.map((term) => `${planned.variable}.addResourceDependency(${term});`)
  }
  const loop: CodeGroup = {
    open: 'for (const dependency of [',
    items: terms.map((code) => ({ label: '', code })),
    close: `]) {\n${INDENT}  ${planned.variable}.addResourceDependency(dependency);\n${INDENT}}`,
    isSpaced: false,
    isBroken: true,
  }
  return [codeText(loop, INDENT)]
}

/** What is waited for, as expressions: a whole section where all that it hands out is. */
function dependencyTerms(
  planned: PlannedConstruct,
  dependsOn: readonly string[],
  plan: StackPlan,
  scope: CdkScope,
): string[] {
  const wanted = new Set(dependsOn)
  const terms: string[] = []
  for (const { name, logicalIds } of plan.sections) {
    const found = logicalIds.filter((logicalId) => wanted.has(logicalId))
    const shared = logicalIds.filter((logicalId) => plan.constructs.get(logicalId)?.isShared)
    const isWhole = name !== planned.section && found.length >= FEWEST_IN_LIST && shared.every((id) => wanted.has(id))
    if (isWhole) terms.push(`...Object.values(this.${name})`)
    else terms.push(...found.flatMap((logicalId) => scope.construct(logicalId) ?? []))
  }
  return terms
}
