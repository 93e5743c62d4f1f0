import type { ImportReport } from '@shared/contract/import-report'
import type { Api } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import { isResourcesOnly, isSamTemplate } from '../document-format'
import { Findings } from '../findings'
import type { ImportOptions } from '../import-options'
import { importedDesign } from '../imported-design'
import { isRecord } from '../json-place'
import type { LocatedValue } from '../openapi/import-openapi'
import { expandSam } from '../sam/expand-sam'
import { evaluateTemplate } from '../template/evaluate-template'
import { resolveReferences } from '../template/resolve-references'
import type { Template } from '../template/template'
import type { TemplateContext } from '../template/template-context'
import { functionsFromTemplate } from './functions/functions-from-template'
import { noApiProblem } from './no-api-problem'
import { reportUnclaimed } from './report-unclaimed'
import { accountPartsFromTemplate } from './rest/account-parts-from-template'
import { restApisFromTemplate } from './rest/rest-apis-from-template'
import { v2ApisFromTemplate } from './v2/v2-apis-from-template'

/**
 * A CloudFormation or SAM template as a design with all of its APIs. A template without any API has `design` null and a diagnostic that says
 * what it holds.
 */
export function importTemplate(written: LocatedValue, fileName: string, options: ImportOptions): ImportReport {
  const isPart = isResourcesOnly(written.value)
  const document = isPart ? withSection(written) : written
  let sourcePointer = (pointer: string): string => pointer
  const findings = new Findings(document.positionOf, (pointer) => {
    const source = sourcePointer(pointer)
    return isPart ? outsideSection(source) : source
  })
  if (isPart) findings.report('import/value-assumed', 'info', '', PART_MESSAGE)
  const evaluated = evaluateTemplate(document.value, findings, options)
  sourcePointer = evaluated.sourcePointer
  const expanded = expandSam(evaluated, findings, options)
  sourcePointer = expanded.sourcePointer
  const template = resolveReferences(expanded, findings, options)
  const context: TemplateContext = { template, findings, options, claimed: new Set() }
  const design = readDesign(context, fileName)
  if (!design) {
    const message = noApiProblem(fileName, evaluated)
    findings.report('import/no-api', 'error', '/Resources', message)
  }
  findings.finish()
  return {
    fileName,
    format: formatOf(document.value, evaluated),
    design,
    diagnostics: findings.diagnostics,
    carried: design ? findings.lines : [],
    parameters: template.parameters,
  }
}

const PART_MESSAGE =
  'The document has resources and no section "Resources" around them. It is read as if it had; AWS refuses it until it has one.'

/** The resources with the section that they would stand in; positions are asked for without it. */
function withSection({ value, positionOf }: LocatedValue): LocatedValue {
  return { value: { Resources: value }, positionOf }
}

function outsideSection(pointer: string): string {
  return pointer.replace(/^\/Resources(?=\/|$)/, '')
}

/** null when there is nothing in the template that a design could hold. */
function readDesign(context: TemplateContext, fileName: string): Design | null {
  const apis: Api[] = [...restApisFromTemplate(context), ...v2ApisFromTemplate(context)]
  const parts = accountPartsFromTemplate(context, apis)
  const functions = functionsFromTemplate(context, apis)
  const { usagePlans, apiKeys, domainNames } = parts
  if (apis.length + usagePlans.length + apiKeys.length + domainNames.length === 0) return null
  reportUnclaimed(context)
  const name = apis.length === 1 && apis[0] ? apis[0].name : baseName(fileName)
  return { ...importedDesign(name, apis, context.options), ...parts, functions }
}

/** "C:\\work\\orders.template.json" -> "orders". */
function baseName(fileName: string): string {
  const name = fileName.replace(/^.*[/\\]/s, '').replace(/(\.template)?\.(json|ya?ml|template|txt)$/i, '')
  return name === '' ? 'template' : name
}

/** The CDK leaves the paths of its constructs in the template, and a parameter for its own set-up. */
function formatOf(document: unknown, { resources, parameters }: Template): string {
  const isCdk =
    [...resources.values()].some(
      ({ type, metadata }) => type === 'AWS::CDK::Metadata' || (metadata && Object.hasOwn(metadata, 'aws:cdk:path')),
    ) || parameters.some(({ name }) => name === 'BootstrapVersion')
  if (isCdk) return 'CDK template'
  return isRecord(document) && isSamTemplate(document) ? 'SAM template' : 'CloudFormation template'
}
