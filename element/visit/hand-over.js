// Files that go from the page to the visitor and back.

/** Hands the visitor a file that was made here. */
export function download({ name, type, text, bytes }) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes ?? text], { type }));
  link.download = name;
  link.click();
  // The download has its own hold on the data once the click is handled.
  setTimeout(() => URL.revokeObjectURL(link.href));
}

/** Lets the visitor choose a JSON file; what it holds, or nothing where it is no JSON. */
export function choose(take) {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json';
  input.addEventListener('change', async () => {
    const text = await input.files[0].text();
    let held;
    try {
      held = JSON.parse(text);
    } catch {
      // No JSON is no saved visit: the widget says so.
    }
    take(held);
  });
  input.click();
}
