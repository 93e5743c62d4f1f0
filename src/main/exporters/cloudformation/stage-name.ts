import { stageWords } from './api-names'
import type { ApiContext } from './export-context'
import type { TemplateValue } from './template-document'

/** The name of a stage as a parameter; `$default` is no name but a kind of stage, and stays. */
export function stageNameParameter({ api, names, parts }: ApiContext, stageName: string): TemplateValue {
  if (stageName === '$default') return stageName
  return parts.parameter(`${names.id}${stageWords(stageName)}StageName`, `${names.id} stage name ${stageName}`, {
    Default: stageName,
    Description: `Name of the stage ${stageName} of ${api.name}, which is the first part of its paths.`,
  })
}
