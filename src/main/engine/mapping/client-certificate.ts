/**
 * What events and `$context.identity` say of the certificate that a client of a domain with mutual TLS has shown. Dates as in
 * "May 28 12:30:02 2019 GMT". Source: rest-api.md 9.2, http-api.md 5 and 11.4.
 */
export interface ClientCertificate {
  readonly clientCertPem: string
  readonly subjectDN: string
  readonly issuerDN: string
  readonly serialNumber: string
  readonly validity: { readonly notBefore: string; readonly notAfter: string }
}
