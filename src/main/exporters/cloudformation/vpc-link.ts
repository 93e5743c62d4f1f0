import type { ExportContext } from './export-context'
import { pascalCase } from './logical-id'
import type { TemplateValue } from './template-document'

/** The id of a VPC link as a parameter: links stand in a network that the template does not make. One from a stage variable stays. */
export function vpcLinkParameter(
  { parts }: ExportContext,
  connectionId: string | undefined,
): TemplateValue | undefined {
  if (connectionId === undefined || connectionId.includes('${')) return connectionId
  return parts.parameter(`${pascalCase(connectionId)}VpcLinkId`, `VPC link ${connectionId}`, {
    Default: connectionId,
    Description: 'Id of the VPC link to the private network.',
  })
}
