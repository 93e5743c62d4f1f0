import { pascalCase } from '../cloudformation/logical-id'
import type { TemplateDocument, TemplateObject } from '../cloudformation/template-document'
import { constructStatements } from './cdk-construct'
import { cdkPropertyName } from './cdk-name'
import { dataCode, type CdkScope } from './cdk-value'
import { codeText, quoted, type Code, type CodeItem } from './code'
import type { StackPlan } from './stack-plan'

/** Spaces before the statements of a method. */
const INDENT = '    '

/** A method of the stack: `createX()`. */
export interface StackMethod {
  /** "ordersApiMethods"; the field that holds its results has the same name. */
  readonly name: string
  /** What it makes, for people. */
  readonly title: string
  /** Each a line or more, without the first indent. */
  readonly statements: readonly string[]
  /** Variables that other methods use; such a method runs when the stack's fields are made, the others after that. */
  readonly results: readonly string[]
}

/** All methods in the order they run. */
export function stackMethods(template: TemplateDocument, plan: StackPlan): StackMethod[] {
  const methods = [
    parametersMethod(template, plan),
    conditionsMethod(template, plan),
    ...sectionMethods(template, plan),
  ]
  return [...methods, outputsMethod(template, plan)].filter(({ statements }) => statements.length > 0)
}

export function methodLines({ name, title, statements, results }: StackMethod): string[] {
  const items = results.map((code) => ({ label: '', code }))
  const result: Code = { open: 'return {', items, close: '}', isSpaced: true }
  return [
    `  /** ${title} */`,
    `  private create${pascalCase(name)}() {`,
    ...statements.flatMap((text, index) => (index === 0 ? [INDENT + text] : ['', INDENT + text])),
    ...(results.length > 0 ? ['', `${INDENT}${codeText(result, INDENT, 0, 1)};`] : []),
    '  }',
  ]
}

function parametersMethod(template: TemplateDocument, plan: StackPlan): StackMethod {
  const statements = Object.entries(template.Parameters ?? {}).map(([name, parameter]) =>
    statement(
      plan.parameters.get(name),
      `new cdk.CfnParameter(this, ${quoted(name)}, {`,
      membersOf(parameter, scopeOf(null, plan)),
      '})',
    ),
  )
  const title = 'What differs from one environment to another.'
  return { name: 'parameters', title, statements, results: [...plan.parameters.values()] }
}

function conditionsMethod(template: TemplateDocument, plan: StackPlan): StackMethod {
  const statements = Object.entries(template.Conditions ?? {}).map(([name, expression]) => {
    const id = constructId(name, 'Condition', template)
    const items = [{ label: 'expression: ', code: dataCode(expression, scopeOf('conditions', plan)) }]
    const variable = plan.conditions.get(name)
    const made = statement(variable, `new cdk.CfnCondition(this, ${quoted(id)}, {`, items, '})')
    return id === name ? made : `${made}\n${INDENT}${variable}.overrideLogicalId(${quoted(name)});`
  })
  const title = 'What is made in some environments only.'
  return { name: 'conditions', title, statements, results: [...plan.conditions.values()] }
}

function sectionMethods(template: TemplateDocument, plan: StackPlan): StackMethod[] {
  return plan.sections.map(({ name, title, logicalIds }) => {
    const scope = scopeOf(name, plan)
    const made = logicalIds.flatMap((logicalId) => {
      const resource = template.Resources[logicalId]
      const planned = plan.constructs.get(logicalId)
      return resource && planned ? [{ resource, planned, logicalId }] : []
    })
    const statements = made.map(({ logicalId, resource, planned }) =>
      constructStatements(logicalId, resource, planned, plan, scope).join(`\n${INDENT}`),
    )
    const results = made.flatMap(({ planned }) => (planned.isShared ? [planned.variable] : []))
    return { name, title, statements, results }
  })
}

function outputsMethod(template: TemplateDocument, plan: StackPlan): StackMethod {
  const scope = scopeOf(null, plan)
  const statements = Object.entries(template.Outputs ?? {}).map(([name, { Export, ...output }]) => {
    const exported = typeof Export === 'object' && Export !== null && 'Name' in Export ? (Export['Name'] ?? null) : null
    const id = constructId(name, 'Output', template)
    const members = [
      ...membersOf(output, scope),
      ...(exported === null ? [] : [{ label: 'exportName: ', code: dataCode(exported, scope) }]),
    ]
    const close = id === name ? '})' : `}).overrideLogicalId(${quoted(name)})`
    return statement(undefined, `new cdk.CfnOutput(this, ${quoted(id)}, {`, members, close)
  })
  return { name: 'outputs', title: 'What people and other stacks need to know.', statements, results: [] }
}

/** How the code of a method names what is made in it and elsewhere. */
function scopeOf(methodName: string | null, plan: StackPlan): CdkScope {
  return {
    construct: (logicalId) => {
      const planned = plan.constructs.get(logicalId)
      if (!planned) return null
      return planned.section === methodName ? planned.variable : `this.${planned.section}.${planned.variable}`
    },
    parameter: (name) => {
      const variable = plan.parameters.get(name)
      return variable === undefined
        ? null
        : `this.parameters.${variable}.${plan.valueNames.get(name) ?? 'valueAsString'}`
    },
    condition: (name) => {
      const variable = plan.conditions.get(name)
      if (variable === undefined) return null
      return methodName === 'conditions' ? variable : `this.conditions.${variable}`
    },
  }
}

/** Whatever they are, the constructs of a stack share their ids, which are those of the resources and parameters. */
function constructId(name: string, kind: string, template: TemplateDocument): string {
  const isTaken =
    name === 'Default' || Object.hasOwn(template.Resources, name) || Object.hasOwn(template.Parameters ?? {}, name)
  return isTaken ? `${name}${kind}` : name
}

function membersOf(object: TemplateObject, scope: CdkScope): CodeItem[] {
  return Object.entries(object).map(([name, value]) => ({
    label: `${cdkPropertyName(name)}: `,
    code: dataCode(value, scope),
  }))
}

function statement(variable: string | undefined, open: string, items: readonly CodeItem[], close: string): string {
  const head = variable === undefined ? '' : `const ${variable} = `
  const code: Code = { open: head + open, items, close, isSpaced: true }
  return `${codeText(code, INDENT, 0, 1)};`
}
