import { pointerSegment } from '@shared/diagnostic'
import type { Findings } from '../findings'
import type { ImportOptions } from '../import-options'
import { isRecord, quoted, type JsonRecord } from '../json-place'
import { computeFunction, isComputed } from './compute-function'
import { dependencyCycles } from './dependency-cycles'
import { attributeValue, refOf, type Referred } from './reference-values'
import { pseudoParameter, stackOf, type Stack } from './stack'
import { substituteNames } from './substitute-names'
import type { Template, TemplateResource } from './template'
import { attributeOf, scalarText, substitutionOf, templateFunction } from './template-function'
import { newWorkLimit, type WorkLimit } from './work-limit'

/** Names that depend on names, one behind the other. */
const DEEPEST = 50

/**
 * Gives every reference to a resource the value that a deployment would give it; afterwards no function is left. What only a deployment
 * knows becomes a text with `${...}` and is reported. `findings` takes pointers of the template.
 */
export function resolveReferences(template: Template, findings: Findings, options: ImportOptions): Template {
  const resolution: Resolution = {
    template,
    findings,
    stack: stackOf(options),
    limit: newWorkLimit(),
    names: new Map(),
    open: [],
    isQuiet: false,
    severity: 'warning',
  }
  reportCycles(template, findings)
  const resources = new Map<string, TemplateResource>()
  for (const [logicalId, resource] of template.resources) {
    reportDependencies(resource, resolution)
    const isQuiet = !isRead(resource.type)
    const severity = resource.type.startsWith('AWS::Lambda::') ? 'info' : 'warning'
    const own: Resolution = { ...resolution, isQuiet, severity }
    const properties = resolveMembers(resource.properties, `${resource.pointer}/Properties`, own)
    const { metadata } = resource
    const resolved =
      metadata && resolveMembers(metadata, `${resource.pointer}/Metadata`, { ...resolution, isQuiet: true })
    resources.set(logicalId, { ...resource, properties, ...(resolved && { metadata: resolved }) })
  }
  return { ...template, resources }
}

interface Resolution {
  readonly template: Template
  readonly findings: Findings
  readonly stack: Stack
  readonly limit: WorkLimit
  /** Properties that are part of names, by the resource's name and theirs. */
  readonly names: Map<string, string | undefined>
  /** Resources whose names are being found. */
  readonly open: readonly string[]
  /** Of resources that no API is made of, only what AWS refuses is reported. */
  readonly isQuiet: boolean
  /** How much it matters that a value is open: of a function's environment little. */
  readonly severity: 'info' | 'warning'
}

/** Types that the import reads. */
function isRead(type: string): boolean {
  return /^AWS::(ApiGateway|ApiGatewayV2|Lambda|Serverless|WAFv2)::/.test(type)
}

function reportCycles({ resources }: Template, findings: Findings): void {
  for (const cycle of dependencyCycles(resources)) {
    const [first = ''] = cycle
    const path = [...cycle, first].slice(0, 12).join(' -> ')
    const message =
      cycle.length === 1
        ? `The resource ${first} depends on itself, and AWS refuses such a template. Remove the reference or DependsOn.`
        : `Resources depend on each other, and AWS refuses such a template: ${path}. Remove one of the references or DependsOn.`
    findings.report('import/reference-cyclic', 'error', resources.get(first)?.pointer ?? '', message)
  }
}

function reportDependencies(resource: TemplateResource, { template, findings }: Resolution): void {
  for (const name of resource.dependsOn) {
    if (template.resources.has(name) || template.leftOut?.has(name)) continue
    const message = `${resource.logicalId} depends on ${quoted(name)}, which the template does not have. AWS refuses such a template; correct or remove the name.`
    findings.report('import/reference-unresolved', 'error', `${resource.pointer}/DependsOn`, message)
  }
}

function resolveMembers(record: JsonRecord, pointer: string, resolution: Resolution): JsonRecord {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name,
      resolveValue(value, `${pointer}/${pointerSegment(name)}`, resolution),
    ]),
  )
}

function resolveValue(value: unknown, pointer: string, resolution: Resolution): unknown {
  if (typeof value === 'string') return resolveText(value, pointer, resolution)
  if (Array.isArray(value)) return value.map((item, index) => resolveValue(item, `${pointer}/${index}`, resolution))
  if (!isRecord(value)) return value
  const called = templateFunction(value)
  return called
    ? resolveFunction(called.name, called.argument, pointer, resolution)
    : resolveMembers(value, pointer, resolution)
}

function resolveText(text: string, pointer: string, resolution: Resolution): string {
  if (text.includes('{{resolve:')) {
    const reference = /\{\{resolve:[^}]{0,200}\}\}/.exec(text)?.[0] ?? text
    reportOpen(
      pointer,
      resolution,
      `The value of ${quoted(reference)} is in an account only; it stays as it is written.`,
    )
  }
  return text
}

/** What only a deployment can say. */
function reportOpen(pointer: string, { findings, isQuiet, severity }: Resolution, message: string): void {
  if (!isQuiet) findings.report('import/intrinsic-approximated', severity, pointer, message)
}

function resolveFunction(name: string, argument: unknown, pointer: string, resolution: Resolution): unknown {
  if (name === 'Ref') return referenceNamed(String(argument), pointer, resolution)
  const resolved = resolveValue(argument, `${pointer}/${name}`, resolution)
  if (name === 'Fn::GetAtt') return attributeNamed(resolved, pointer, resolution)
  if (name === 'Fn::Sub') return substituted(resolved, pointer, resolution)
  if (name === 'Fn::ImportValue') {
    const text = `\${${scalarText(resolved) ?? name}}`
    reportOpen(pointer, resolution, `What another stack exports is in an account only, and is read as ${quoted(text)}.`)
    return text
  }
  const { region } = resolution.stack
  const computed = isComputed(name) ? computeFunction(name, resolved, { region, limit: resolution.limit }) : null
  if (computed && 'value' in computed) return computed.value
  const why = computed ? `it needs ${computed.problem}` : 'CloudFormation has no such function at this place'
  const text = `\${${name}}`
  const message = `${name} is read as ${quoted(text)}: ${why}.`
  // What stands for an unknown value is reported already.
  const isOpen = JSON.stringify(resolved).includes('${')
  if (!resolution.isQuiet && !isOpen)
    resolution.findings.report('import/intrinsic-approximated', 'error', pointer, message)
  return text
}

/** The value of a name in `Ref` and `Fn::Sub`: a pseudo parameter or a resource. */
function referenceNamed(name: string, pointer: string, resolution: Resolution): unknown {
  const pseudo = pseudoParameter(resolution.stack, name)
  if (pseudo !== undefined) return pseudo
  const resource = resolution.template.resources.get(name)
  return resource ? refOf(referredTo(resource, resolution)) : reportUnknown(name, name, pointer, resolution)
}

function attributeNamed(argument: unknown, pointer: string, resolution: Resolution): string {
  const parts = attributeOf(argument)
  if (!parts) {
    const message = 'Fn::GetAtt is read as an empty text: it needs the name of a resource and of one of its attributes.'
    resolution.findings.report('import/wrong-type', 'error', pointer, message)
    return ''
  }
  const { logicalId, attribute } = parts
  const written = `${logicalId}.${attribute}`
  const resource = resolution.template.resources.get(logicalId)
  if (!resource) return reportUnknown(logicalId, written, pointer, resolution)
  const value = attributeValue(referredTo(resource, resolution), attribute)
  if (value !== undefined) return value
  const text = `\${${written}}`
  const message = `${attribute} of ${logicalId} (${resource.type}) is known once it is deployed only, and is read as ${quoted(text)}.`
  reportOpen(pointer, resolution, message)
  return text
}

/** Nothing of that name is there: AWS refuses the template. */
function reportUnknown(name: string, written: string, pointer: string, resolution: Resolution): string {
  const condition = resolution.template.leftOut?.get(name)
  const text = `\${${written}}`
  const why =
    condition === undefined
      ? `The template has no parameter and no resource ${quoted(name)}`
      : `The resource ${name} is not made, because the condition ${condition} is false`
  const message = `${why}, and what it would give is read as ${quoted(text)}. AWS refuses such a template; correct the name${condition === undefined ? '' : ', or ask for the condition here too'}.`
  resolution.findings.report('import/reference-unresolved', 'error', pointer, message)
  return text
}

function substituted(argument: unknown, pointer: string, resolution: Resolution): string {
  const substitution = substitutionOf(argument)
  const made =
    substitution &&
    substituteNames(
      substitution.text,
      (name) => {
        if (Object.hasOwn(substitution.values, name)) return scalarText(substitution.values[name]) ?? ''
        return textNamed(name, pointer, resolution)
      },
      resolution.limit,
    )
  if (made) return made.text
  const message =
    'Fn::Sub is read as an empty text: it needs a text of bearable length, or one and an object of its names.'
  resolution.findings.report('import/wrong-type', 'error', pointer, message)
  return ''
}

function textNamed(name: string, pointer: string, resolution: Resolution): string {
  if (name.startsWith('stageVariables.')) {
    const message = `\${${name}} in Fn::Sub is a resource to AWS, which refuses it. It is read as the stage variable; write \${!${name}}.`
    resolution.findings.report('import/value-assumed', 'error', pointer, message)
    return `\${${name}}`
  }
  const value = name.includes('.')
    ? attributeNamed(name, pointer, resolution)
    : referenceNamed(name, pointer, resolution)
  return scalarText(value) ?? (Array.isArray(value) ? value.join(',') : '')
}

function referredTo(resource: TemplateResource, resolution: Resolution): Referred {
  const { logicalId, properties, pointer } = resource
  const property = (name: string): string | undefined => {
    const value = Object.hasOwn(properties, name) ? properties[name] : undefined
    const text = scalarText(value)
    if (text !== undefined || value === undefined) return text
    // A name that leads back to itself stays the logical id.
    if (resolution.open.includes(logicalId) || resolution.open.length >= DEEPEST) return undefined
    const key = `${logicalId} ${name}`
    if (!resolution.names.has(key)) {
      const inner = { ...resolution, open: [...resolution.open, logicalId], isQuiet: true }
      resolution.names.set(key, scalarText(resolveValue(value, `${pointer}/Properties/${name}`, inner)))
    }
    return resolution.names.get(key)
  }
  return { resource, property, stack: resolution.stack }
}
