import type { Api } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import { pointerTo, type Diagnostic, type Severity } from '@shared/diagnostic'
import type { ApiNames } from '../cloudformation/export-context'
import type { ExportCode } from '../export-codes'
import { targetsOf, type CalledFunction } from './local-functions'
import type { SamFunctions } from './sam-functions'
import type { ApiInSam, SamApi } from './sam-parts'

/** What the CloudFormation export says of a design, without what a SAM template does hold, and with what it does not. */
export function samDiagnostics(
  design: Design,
  ofTemplate: readonly Diagnostic[],
  functions: SamFunctions,
  apis: readonly ApiInSam[],
): Diagnostic[] {
  return [
    ...ofTemplate.flatMap((diagnostic) => aboutHandlers(diagnostic, design, functions)),
    ...apis.flatMap(aboutApi),
    ...besideFunctions(design, functions),
    ...functions.made.flatMap(otherHandlers),
    ...functions.left.map(leftFunction),
    ...functions.crowded.map(crowdedFunction),
    ...uncalledFunctions(design, functions),
  ]
}

/**
 * A diagnostic as it stands, but for what is said of functions and of the handlers that no document names: most of them become functions
 * of the template.
 */
function aboutHandlers(diagnostic: Diagnostic, design: Design, { made }: SamFunctions): Diagnostic[] {
  const { pointer } = diagnostic
  if (pointer === '/functions') return []
  const index = pointer.endsWith('/handler') ? Number(/^\/apis\/(\d+)\//.exec(pointer)?.[1]) : NaN
  const api = design.apis[index]
  if (api === undefined) return [diagnostic]
  const left = targetsOf(design, index).filter(({ handler, functionName }) => {
    return handler !== undefined && made.every(({ name }) => name !== functionName)
  })
  const [first] = left
  if (first === undefined) return []
  const message = `${api.name}: the handlers beside ${left.length} integrations and authorizers stay behind: they play something else than a function of the template.`
  return [said('export/local-only', 'info', first.pointer, message)]
}

/** A template has functions on their own. */
function besideFunctions(design: Design, { made }: SamFunctions): Diagnostic[] {
  const names = new Set(made.filter(({ settings }) => settings?.handler === undefined).map(({ name }) => name))
  return design.apis.flatMap((api, index) => {
    const beside = targetsOf(design, index).filter(
      ({ functionName }) => functionName !== undefined && names.has(functionName),
    )
    const [first] = beside
    if (first === undefined) return []
    const message = `${api.name}: what plays ${beside.length} integrations and authorizers becomes functions of the template, which are functions of the project when it is read back.`
    return [said('export/approximated', 'info', first.pointer, message)]
  })
}

function aboutApi({ api, names, sam }: ApiInSam): Diagnostic[] {
  if ('because' in sam) {
    if (api.protocolType === 'WEBSOCKET') return []
    const type = api.protocolType === 'REST' ? 'AWS::ApiGateway' : 'AWS::ApiGatewayV2'
    const message = `${api.name} stands as ${type} resources in the template: ${sam.because}.`
    return [said('export/approximated', 'info', names.pointer, message)]
  }
  return [...stageDescription(api, names, sam), ...samMarks(api, names)]
}

/** What SAM adds of its own. */
function samMarks(api: Api, { pointer }: ApiNames): Diagnostic[] {
  if (api.protocolType === 'REST') {
    const message = `The deployment of ${api.name} gets a description in SAM's own words, "RestApi deployment id: ...".`
    return [said('export/approximated', 'info', `${pointer}/deployments`, message)]
  }
  const message = `${api.name} gets the tag "httpapi:createdBy" from SAM.`
  return [said('export/approximated', 'info', `${pointer}/tags`, message)]
}

function stageDescription(api: Api, names: ApiNames, { stageId }: SamApi): Diagnostic[] {
  const [stageName] = [...names.stageIds].find(([, id]) => id === stageId) ?? []
  const stage = Object.entries<{ readonly description?: string }>(api.stages).find(([name]) => name === stageName)?.[1]
  if (stageName === undefined || stage?.description === undefined) return []
  const message = `The description of stage ${stageName} of ${api.name} is left out: SAM makes the stage, and gives it none.`
  return [said('export/not-carried', 'info', names.pointer + pointerTo(['stages', stageName, 'description']), message)]
}

function otherHandlers({ name, handler, others }: CalledFunction): Diagnostic[] {
  return others.map((other) => {
    const message = `The function ${name} is exported with ${handler}; ${other.handler}, which plays it here, is not deployed. Give it a function of its own.`
    return said('export/approximated', 'warning', other.pointer, message)
  })
}

function leftFunction({ name, handler, pointer }: CalledFunction): Diagnostic {
  const message = `The function ${name} stays a parameter: Lambda cannot run ${handler}. Put it into a .js, .mjs, .cjs, .ts or .py file of the project's folder, without further dots in its name.`
  return said('export/needs-value', 'warning', pointer, message)
}

function crowdedFunction({ name, pointer }: CalledFunction): Diagnostic {
  const message = `The function ${name} is called by the ARN it has today, and not made by the template: a template has no parameters for more functions. Export fewer APIs at a time.`
  return said('export/over-quota', 'warning', pointer, message)
}

function uncalledFunctions({ functions }: Design, { made, left, crowded }: SamFunctions): Diagnostic[] {
  const known = new Set([...made, ...left, ...crowded].map(({ name }) => name))
  return Object.keys(functions)
    .filter((name) => !known.has(name))
    .map((name) => {
      const message = `The function ${name} stays behind: it has no code here, or no integration or authorizer calls it by its plain ARN.`
      return said('export/local-only', 'info', pointerTo(['functions', name]), message)
    })
}

function said(code: ExportCode, severity: Severity, pointer: string, message: string): Diagnostic {
  return { code, severity, message, pointer }
}
