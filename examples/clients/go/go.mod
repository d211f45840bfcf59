module example.com/provisioning-client

go 1.22
