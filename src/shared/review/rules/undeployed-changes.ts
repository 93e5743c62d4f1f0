import { undeployedChanges as changesOf } from '../../design/undeployed-changes'
import { finding } from '../finding'
import type { ReviewRule } from '../review-rule'
import { restStages } from '../scopes/rest-methods'

export const undeployedChanges: ReviewRule = {
  id: 'undeployed-changes',
  title: 'Callers get what the API was, not what it is',
  severity: 'warning',
  what: 'Stages of REST APIs whose deployment differs from the API as it stands, or that have none.',
  why: 'Edits of a REST API act only after a deployment. What was fixed is still broken, and the next deployment for something else brings all of it at once.',
  source: 'Guide 003, "Stage deployment confusion"; rest-api.md 11.4.',
  find: (design) =>
    restStages(design).flatMap(({ api, at, stage, stageName }) => {
      const changes = changesOf(api, stageName)
      if (changes.length === 0) return []
      if (stage.deploymentId === undefined) {
        const message = `${api.name}, stage ${stageName}: nothing was ever deployed to it, so that every call is refused. Deploy the API to it.`
        return [finding(undeployedChanges, at, message)]
      }
      const rest = changes.length === 1 ? '' : ` and ${changes.length - 1} more`
      const message = `${api.name}, stage ${stageName}: callers do not see ${changes[0]!.text}${rest}. Deploy the API to it.`
      return [finding(undeployedChanges, [...at, 'deploymentId'], message)]
    }),
}
