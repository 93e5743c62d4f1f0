import type { RestApi } from '@shared/design/rest-api'
import type { Stage } from '@shared/design/stage'

/** What is needed to edit one stage. */
export interface StagePartProps {
  readonly api: RestApi
  readonly stageName: string
  readonly stage: Stage
}
