import type { ExportedDesign, ExportRequest } from '@shared/contract/export'
import type { Api } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import { reportLeftBehind } from './left-behind'
import { fileName } from '../file-name'
import { clientCommands } from './client-commands'
import { domainCommands } from './domain-commands'
import { permissionCommands } from './permission-commands'
import { restApiCommands } from './rest-api-commands'
import type { ScriptApi, ScriptContext } from './script-context'
import { commentLines, ScriptParts } from './script-parts'
import { urlLines } from './url-lines'
import { v2ApiCommands } from './v2-api-commands'
import { variableWords } from './variable-name'

/**
 * A design, narrowed to what is exported, as a bash script of AWS CLI commands that makes it: values that differ per environment as
 * variables at the top, ids taken from each answer, everything in the order that the service needs. It ends with the URLs.
 */
export function exportCliScript(design: Design, request: ExportRequest): ExportedDesign {
  const context = scriptContext(design, request)
  const { parts, apis } = context
  for (const api of design.apis) apiCommands(context, api, apis.get(api.id))
  clientCommands(context)
  domainCommands(context)
  urlLines(context)
  reportLeftBehind(context)
  const text = parts.text(introduction(design))
  if (text.includes('\0')) {
    const message = 'A text of the design has the character NUL, which no command can be given. Take it out.'
    parts.report('export/refused', 'error', '', message)
  }
  return { files: [{ name: fileName(design.name, '.sh'), text }], diagnostics: parts.diagnostics }
}

function introduction({ name, apis }: Design): string[] {
  const kinds = apis.map((api) => `${api.protocolType} API ${api.name}`).join(', ')
  return [
    '#!/usr/bin/env bash',
    ...commentLines(`${name}: ${kinds}.`),
    '# Makes everything anew each time it is run. Needs the AWS CLI, version 2, and the functions that the APIs call.',
    'set -euo pipefail',
    '',
    '# What differs from one environment to the next.',
  ]
}

function scriptContext(design: Design, request: ExportRequest): ScriptContext {
  const parts = new ScriptParts()
  const region = parts.parameter('REGION', 'Region', design.region)
  const accountId = parts.parameter('ACCOUNT_ID', 'account', design.accountId)
  const apis = new Map(
    design.apis.map(({ id, name }, index): [string, ScriptApi] => {
      const wanted = variableWords(name).replace(/_API$/, '')
      const variable = parts.variable(`${wanted}_API_ID`, `api ${id}`)
      const words = variable.variable.replace(/_API_ID/, '')
      return [id, { words, id: variable, pointer: `/apis/${index}` }]
    }),
  )
  parts.line('')
  parts.line('export AWS_REGION="$REGION"')
  parts.line("export AWS_PAGER=''")
  return { design, request, parts, region, accountId, apis }
}

function apiCommands(context: ScriptContext, api: Api, names: ScriptApi | undefined): void {
  if (names === undefined) return
  if (api.protocolType === 'REST') restApiCommands({ ...context, api, names })
  else v2ApiCommands({ ...context, api, names })
  permissionCommands({ ...context, api, names })
}
