import type { ExportedDesign, ExportRequest } from '@shared/contract/export'
import type { Design } from '@shared/design/design'
import { buildTemplate } from '../cloudformation/build-template'
import { cdkFiles } from './cdk-files'

/**
 * A design as an app of the AWS CDK in TypeScript. Its template is that of the CloudFormation export, and so are the diagnostics.
 * Source of the classes and their members: aws-cdk-lib 2.276.
 */
export function exportCdk(design: Design, request: ExportRequest): ExportedDesign {
  const { template, diagnostics } = buildTemplate(design, request)
  return { files: cdkFiles(design, template), diagnostics }
}
