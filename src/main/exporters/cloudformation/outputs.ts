import type { ApiContext } from './export-context'
import { stageWords } from './api-names'
import { sub } from './template-functions'

/** One URL a stage: "https://${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}/${Stage}". */
export function addUrls({ api, names, parts }: ApiContext): void {
  const scheme = api.protocolType === 'WEBSOCKET' ? 'wss' : 'https'
  for (const [stageName, stageId] of names.stageIds) {
    const path = stageName === '$default' ? '' : `/\${${stageId}}`
    const url = sub(`${scheme}://\${${names.id}}.execute-api.\${AWS::Region}.\${AWS::URLSuffix}${path}`)
    parts.output(
      `${names.id}${stageWords(stageName)}Url`,
      `${names.id} ${stageName}`,
      url,
      `${api.name}, stage ${stageName}.`,
    )
  }
}
