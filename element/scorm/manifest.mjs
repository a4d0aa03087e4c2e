// imsmanifest.xml: what a learning platform reads of a package. IMS Content Packaging 1.1.2 as SCORM 1.2 uses it.
//
// There is no `adlcp:masteryscore`: with it a platform judges by the score alone, after the first answer too. What is
// needed to pass is in course.json, where a trainer can change it.

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]);

/** The manifest of a package with one course, `start`, and these files. */
export function manifest({ version, title, start, files }) {
  const listed = files.map((file) => `      <file href="${escaped(file)}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="aims-readiness-workshop" version="${escaped(version)}"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="aims-readiness">
    <organization identifier="aims-readiness">
      <title>${escaped(title)}</title>
      <item identifier="workshop" identifierref="workshop-page" isvisible="true">
        <title>${escaped(title)}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="workshop-page" type="webcontent" adlcp:scormtype="sco" href="${escaped(start)}">
${listed.join('\n')}
    </resource>
  </resources>
</manifest>
`;
}
