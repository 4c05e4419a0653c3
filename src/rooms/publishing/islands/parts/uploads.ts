/** A file of the library, as its list tells of it. */
export interface LibraryFile {
  id: number;
  href: string;
  name: string;
  type: string;
  facts: string;
  width: number | null;
  height: number | null;
  /** Of video and sound, where the library has them. */
  captions?: { href: string; lang: string; label: string }[];
  transcript?: string;
}

export interface Uploads {
  /** Sends one file into the library; undefined when it was refused, which has been said. */
  send(file: File): Promise<LibraryFile | undefined>;
}

/** Sends files one after the other and says how far it is. */
export function startUploads(
  place: { href: string; portal: string; token: () => string },
  say: (words: string) => void,
  words: { uploading: string; failed: string },
): Uploads {
  return {
    send: (file) =>
      new Promise((resolve) => {
        const form = new FormData();
        form.set('_token', place.token());
        form.set('cong', place.portal);
        form.set('files', file);
        const request = new XMLHttpRequest();
        request.open('POST', place.href);
        request.setRequestHeader('accept', 'application/json');
        const told = words.uploading.replace('{name}', file.name);
        say(told);
        // fetch tells nothing of what has been sent
        request.upload.addEventListener('progress', ({ loaded, total }) => {
          if (total > 0) say(`${told} ${Math.round((100 * loaded) / total)} %`);
        });
        const fail = () => {
          say(words.failed);
          resolve(undefined);
        };
        request.addEventListener('error', fail);
        request.addEventListener('load', () => {
          try {
            const answer = JSON.parse(request.responseText) as { files: LibraryFile[]; problems: string[] };
            const [kept] = answer.files;
            say(kept ? '' : answer.problems.join(' '));
            resolve(kept);
          } catch {
            fail();
          }
        });
        request.send(form);
      }),
  };
}
