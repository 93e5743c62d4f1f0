import { deploy } from '@shared/design/edits/deploy'
import type { RestApi } from '@shared/design/rest-api'
import { unusedId } from '@shared/design/unused-id'
import { editWithUndo } from './edit-with-undo'

/** A new deployment of an API, with the stage pointing at it. */
export function deployStage(api: RestApi, stage: string): void {
  const createdDate = new Date().toISOString()
  const id = unusedId(
    `deployment ${api.id} ${createdDate}`,
    6,
    api.deployments.map((each) => each.id),
  )
  editWithUndo({
    name: `Deploy to ${stage}`,
    change: (design) => deploy(design, api.id, stage, { id, createdDate }),
    message: `${api.name} is deployed to ${stage}`,
    code: 'deployed',
  })
}
