/** What an export of a design can have to say. */
export type ExportCode =
  /** What plays or plans things on this computer and no format of AWS's has: handlers, scenarios, identity, saved requests ... */
  | 'export/local-only'
  /** A deployment, or a canary, that shows callers something else than the API as it stands, which is what is exported. */
  | 'export/older-deployment'
  /** A setting that the service has and the format does not. */
  | 'export/not-carried'
  /** A setting that stands in another form afterwards, to the same effect. */
  | 'export/approximated'
  /** What only the person who deploys can give: certificates, keys, permissions for names that a stage variable completes. */
  | 'export/needs-value'
  /** An API or a stage that is asked for and that the design does not have. */
  | 'export/not-there'
  /** What the service or the format would refuse. */
  | 'export/refused'
  /** More than the format may hold. */
  | 'export/over-quota'
