const endings = 'pdf|docx?|wps|xlsx?|et|ofd|rtf|csv|zip|rar|7z';
const inAddress = new RegExp(`\\.(?:${endings})(?:$|[?#&])`, 'i');
const inWords = new RegExp(`\\.(?:${endings})$`, 'i');

/** The address is that of a file to be opened outside the browser, by its name. */
export const isDocumentAddress = (url: string): boolean => inAddress.test(url);

/** The link offers a file: by its address, or by the file's name in its words where the address tells nothing (`download.jsp?id=7`). */
export const offersDocument = ({ url, text }: { readonly url: string; readonly text: string }): boolean =>
  isDocumentAddress(url) || inWords.test(text.trim());

/** The text says that what is meant stands in a file: 详见附件. */
export const pointsToFiles = (text: string): boolean => pointer.test(text);

const pointer = /(?:详|请|具体|内容)[^。]{0,6}(?:见|下载|查看)附件/u;
