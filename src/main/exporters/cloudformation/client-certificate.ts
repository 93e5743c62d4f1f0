import { pointerTo } from '@shared/diagnostic'
import { partId, type ApiContext } from './export-context'
import { pascalCase } from './logical-id'
import type { TemplateObject } from './template-document'
import { ref } from './template-functions'

/** Adds the certificate that a stage shows to its backends, one for all stages of an API that name the same. Gives a reference to it. */
export function addClientCertificate(
  context: ApiContext,
  stageName: string,
  certificateId: string | undefined,
): TemplateObject | undefined {
  if (certificateId === undefined) return undefined
  const { api, names, parts } = context
  const id = partId(context, `${pascalCase(certificateId)}ClientCertificate`, `client certificate ${certificateId}`)
  parts.resource(id, {
    Type: 'AWS::ApiGateway::ClientCertificate',
    Properties: { Description: `Shown by ${api.name} to its backends` },
  })
  const message = `The template makes a new client certificate for stage ${stageName} of ${api.name} in place of ${certificateId}: its key never leaves the service. Backends must trust the new one.`
  const pointer = names.pointer + pointerTo(['stages', stageName, 'clientCertificateId'])
  parts.report('export/approximated', 'info', pointer, message)
  return ref(id)
}
