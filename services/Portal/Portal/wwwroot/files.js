// Sends the chosen files as soon as they are chosen and shows how far they are. Without a script the button does the same.
for (const input of document.querySelectorAll('input[type=file]')) {
    const form = input.form, button = form.querySelector('button[value=upload]'), box = document.getElementById('sending');
    button.hidden = true;
    input.addEventListener('change', () => {
        if (!input.files.length) return;
        const bar = box.querySelector('progress'), words = box.querySelector('span'), request = new XMLHttpRequest();
        const data = new FormData(form);
        data.set('press', 'upload');
        request.open('POST', button.formAction);
        request.upload.addEventListener('progress', event => {
            if (!event.lengthComputable) return;
            bar.value = event.loaded / event.total;
            words.textContent = event.loaded < event.total ? '正在传，' + Math.round(100 * event.loaded / event.total) + '%' : '传完了，正在检查';
        });
        request.addEventListener('load', () => location.replace(location.pathname + location.search));
        request.addEventListener('error', () => { box.hidden = true; button.hidden = false; words.textContent = ''; document.getElementById('failed').hidden = false; });
        box.hidden = false;
        request.send(data);
    });
}
