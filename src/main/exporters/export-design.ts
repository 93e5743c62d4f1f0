import type { DesignFormat, ExportedDesign, ExportRequest } from '@shared/contract/export'
import type { Design } from '@shared/design/design'
import { exportCdk } from './cdk/export-cdk'
import { exportCliScript } from './cli-script/export-cli-script'
import { exportCloudFormation } from './cloudformation/export-cloud-formation'
import { narrowDesign } from './narrow-design'
import { originalPointer } from './original-pointer'
import { exportOpenApi } from './openapi/export-openapi'
import { exportSam } from './sam/export-sam'
import { scopeProblems } from './scope-problems'

type Exporter = (design: Design, request: ExportRequest) => ExportedDesign

/** One function for each format; each takes a design that is narrowed to what is asked for. */
const EXPORTERS: { readonly [format in DesignFormat]: Exporter } = {
  openapi3: exportOpenApi,
  swagger2: exportOpenApi,
  cloudformation: exportCloudFormation,
  sam: exportSam,
  cdk: exportCdk,
  cli: exportCliScript,
}

/**
 * The design, or the APIs and the stage of it that are asked for, in another format: each API as it stands. Deterministic. There are no
 * files when what is asked for is not there, or the format cannot hold any of it; the diagnostics then say so. Their pointers lead into
 * the whole design.
 */
export function exportDesign(design: Design, request: ExportRequest): ExportedDesign {
  const problems = scopeProblems(design, request)
  if (problems.some(({ severity }) => severity === 'error')) return { files: [], diagnostics: problems }
  const narrowed = narrowDesign(design, request)
  const { files, diagnostics } = EXPORTERS[request.format](narrowed, request)
  const moved = diagnostics.map((diagnostic) => {
    const pointer = originalPointer(diagnostic.pointer, narrowed, design)
    return pointer === diagnostic.pointer ? diagnostic : { ...diagnostic, pointer }
  })
  return { files, diagnostics: [...problems, ...moved] }
}
